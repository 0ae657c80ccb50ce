// Shows up to four programs side by side; the address holds the choice. Without it all of them stand in the table.

const MOST = 4;
const form = document.querySelector(".chooser");
const table = document.querySelector(".compare table");
const columns = [...table.tHead.rows[0].cells].slice(1).map((cell, index) => ({
  id: cell.querySelector("[data-program]").dataset.program,
  name: cell.textContent,
  lang: cell.querySelector("[lang]")?.lang,
  index: index + 1,
}));
const status = form.querySelector("[role=status]");

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

function show(chosen) {
  for (const box of boxes) {
    box.checked = chosen.includes(box.value);
    box.disabled = !box.checked && chosen.length >= MOST;
  }
  for (const row of table.rows) {
    for (const column of columns) row.cells[column.index].hidden = chosen.length > 0 && !chosen.includes(column.id);
  }
  status.textContent = chosen.length >= MOST ? form.dataset.most : chosen.length ? form.dataset.chosen.replace("{count}", chosen.length) : "";
}

function read() {
  const known = new Set(columns.map((column) => column.id));
  show((new URL(location.href).searchParams.get("p") ?? "").split(",").filter((id) => known.has(id)).slice(0, MOST));
}

form.classList.add("ready");
addEventListener("popstate", read);
read();
