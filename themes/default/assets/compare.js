// Shows up to four programs of any kinds side by side; the address holds the choice. Without it they stand in their tables.

const MOST = 4;
const form = document.querySelector(".chooser");
const place = document.querySelector("main .compare");
const all = [...place.children];
const columns = [...place.querySelectorAll("table")].flatMap((table) =>
  [...table.tHead.rows[0].cells].slice(1).map((cell, index) => ({
    table,
    id: cell.querySelector("[data-program]").dataset.program,
    name: cell.textContent,
    lang: cell.querySelector("[lang]")?.lang,
    index: index + 1,
  })),
);
const status = form.querySelector("[role=status]");
// Words that the reader's language lacks.
if (form.dataset.saidIn) status.lang = form.dataset.saidIn;

const boxes = columns.map((column) => {
  const label = document.createElement("label");
  label.className = "ask";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = column.id;
  const text = document.createElement("span");
  text.textContent = column.name;
  if (column.lang) text.lang = column.lang;
  label.append(box, " ", text);
  form.querySelector(".choices").append(label);
  box.addEventListener("change", () => {
    const chosen = boxes.filter((one) => one.checked).map((one) => one.value);
    const address = new URL(location.href);
    if (chosen.length) address.searchParams.set("p", chosen.join(","));
    else address.searchParams.delete("p");
    history.replaceState(null, "", address);
    show(chosen);
  });
  return box;
});

/** The questions of some tables in one order: each stands behind that before which it stands in its own table. */
function questions(tables) {
  const order = [];
  for (const table of tables) {
    let before = -1;
    for (const row of table.tBodies[0].rows) {
      const found = order.findIndex((one) => one.textContent === row.cells[0].textContent);
      if (found < 0) order.splice(++before, 0, row.cells[0]);
      else before = found;
    }
  }
  return order;
}

/** One table of the chosen columns, with a cell for each question of any of them. */
function together(chosen) {
  const frame = columns[0].table.parentElement.cloneNode(false);
  frame.setAttribute("aria-label", chosen.map((column) => column.name).join(", "));
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  head.append(columns[0].table.tHead.rows[0].cells[0].cloneNode(true), ...chosen.map((column) => column.table.tHead.rows[0].cells[column.index].cloneNode(true)));
  const body = table.createTBody();
  for (const question of questions(new Set(chosen.map((column) => column.table)))) {
    const cells = chosen.map((column) => {
      const row = [...column.table.tBodies[0].rows].find((row) => row.cells[0].textContent === question.textContent);
      const cell = row?.cells[column.index].cloneNode(true) ?? document.createElement("td");
      // On a phone, three and more stand one below the other.
      if (chosen.length > 2) cell.dataset.label = column.name;
      else delete cell.dataset.label;
      if (row) return cell;
      // In a table of one kind, the heading says it.
      if (question.textContent === form.dataset.kind) cell.append(...column.table.closest("section").querySelector("h2").cloneNode(true).childNodes);
      else cell.append(Object.assign(document.createElement("span"), { className: "absent", lang: form.dataset.saidIn ?? document.documentElement.lang, textContent: form.dataset.nothing }));
      return cell;
    });
    body.insertRow().append(question.cloneNode(true), ...cells);
  }
  frame.append(table);
  return frame;
}

function show(ids) {
  const chosen = columns.filter((column) => ids.includes(column.id));
  for (const box of boxes) {
    box.checked = ids.includes(box.value);
    box.disabled = !box.checked && ids.length >= MOST;
  }
  place.replaceChildren(...(chosen.length ? [together(chosen)] : all));
  status.textContent = ids.length >= MOST ? form.dataset.most : ids.length ? form.dataset.chosen.replace("{count}", ids.length) : "";
}

function read() {
  const known = new Set(columns.map((column) => column.id));
  show((new URL(location.href).searchParams.get("p") ?? "").split(",").filter((id) => known.has(id)).slice(0, MOST));
}

form.classList.add("ready");
addEventListener("popstate", read);
read();
