// The table of all records: sorted and filtered in the browser, and so again after each exchange.

const table = document.getElementById("records");
const form = document.querySelector("form.filter");
const count = form.querySelector("output");
const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
let column = 0;
let descending = false;

const value = (row) => row.cells[column]?.dataset.sort ?? row.cells[column]?.textContent.trim() ?? "";

function sort() {
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [value(row), row]);
  // What says nothing stands last, whichever way the rest is sorted.
  rows.sort(([a], [b]) => Number(a === "") - Number(b === "") || (descending ? order.compare(b, a) : order.compare(a, b)));
  if (rows.some(([, row], at) => body.rows[at] !== row)) body.append(...rows.map(([, row]) => row));
  [...table.tHead.rows[0].cells].forEach((cell, at) => {
    if (at === column) cell.setAttribute("aria-sort", descending ? "descending" : "ascending");
    else cell.removeAttribute("aria-sort");
  });
}

function filter() {
  const words = form.elements.text.value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  const only = form.elements.only.value;
  const rows = [...table.tBodies[0].rows];
  let shown = 0;
  for (const row of rows) {
    const text = row.textContent.normalize("NFKC").toLowerCase();
    row.hidden = (only && !row.dataset.is.split(" ").includes(only)) || !words.every((word) => text.includes(word));
    if (!row.hidden) shown += 1;
  }
  const said = count.dataset.words.replace(/\{\s*\$shown\s*\}/, shown).replace(/\{\s*\$all\s*\}/, rows.length);
  if (count.textContent !== said) count.textContent = said;
}

table.tHead.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const chosen = button.closest("th").cellIndex;
  descending = chosen === column ? !descending : button.dataset.first === "descending";
  column = chosen;
  sort();
});
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("annai:exchanged", () => {
  sort();
  filter();
});
sort();
filter();
