// Combines filters over a list, all of its pages included. Without it each value has a page of its own.

const form = document.querySelector(".filters");
const status = form.querySelector("[role=status]");
// Words that the reader's language lacks.
if (form.dataset.saidIn) status.lang = form.dataset.saidIn;
const selects = [...form.querySelectorAll("select")];
const list = document.querySelector("main .cards");
const pager = document.querySelector(".pager");
const own = [...list.children];
let all = null;

/** The cards of all pages of the list: this one's, and those before and after it. */
function everything() {
  all ??= (async () => {
    const follow = async (rel) => {
      const found = [];
      for (let link = document.querySelector(`.pager a[rel=${rel}]`); link;) {
        const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
        const cards = [...page.querySelectorAll("main .cards > .card")].map((card) => document.importNode(card, true));
        found[rel === "next" ? "push" : "unshift"](...cards);
        const next = page.querySelector(`.pager a[rel=${rel}]`);
        link = next ? Object.assign(document.createElement("a"), { href: new URL(next.getAttribute("href"), location.href) }) : null;
      }
      return found;
    };
    return [...await follow("prev"), ...own, ...await follow("next")];
  })();
  return all;
}

function fits(card, wanted) {
  const values = (card.dataset.facets ?? "").split(" ");
  return wanted.every(([folder, value]) => {
    // The state is the one of this moment, as the badge shows it.
    const badge = folder === "recruitment" ? card.querySelector(".badge") : null;
    return badge ? badge.classList.contains(value) : values.includes(`${folder}/${value}`);
  });
}

async function show() {
  const wanted = selects.filter((select) => select.value).map((select) => [select.name, select.value]);
  const address = new URL(location.href);
  for (const select of selects) {
    if (select.value) address.searchParams.set(select.name, select.value);
    else address.searchParams.delete(select.name);
  }
  history.replaceState(null, "", address);
  if (pager) pager.hidden = wanted.length > 0;
  if (!wanted.length) {
    list.replaceChildren(...own);
    for (const card of own) card.hidden = false;
    status.textContent = "";
    return;
  }
  const cards = await everything();
  list.replaceChildren(...cards);
  let count = 0;
  for (const card of cards) {
    card.hidden = !fits(card, wanted);
    count += card.hidden ? 0 : 1;
  }
  status.textContent = count ? form.dataset.count.replace("{count}", count) : form.dataset.empty;
}

for (const [name, value] of new URL(location.href).searchParams) {
  const select = form.querySelector(`select[name="${CSS.escape(name)}"]`);
  if (select) select.value = value;
}
form.classList.add("ready");
form.addEventListener("change", show);
form.querySelector("button").addEventListener("click", () => {
  for (const select of selects) select.value = "";
  show();
});
if (selects.some((select) => select.value)) show();
