// Lets readers order a table by any of its columns. Without it the table has a sensible order already.

for (const frame of document.querySelectorAll(".sortable")) {
  const body = frame.querySelector("tbody");
  const heads = [...frame.querySelectorAll("thead th")];
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "visually-hidden";
  if (frame.dataset.saidIn) said.lang = frame.dataset.saidIn;
  frame.append(said);
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const descending = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      const key = (row) => {
        const cell = row.cells[column];
        const value = cell.querySelector("data")?.value;
        // What is not known comes last, whichever way.
        return { unknown: value === undefined && Boolean(cell.querySelector(".absent")) || !cell.textContent.trim(), number: value === undefined ? null : Number(value), text: cell.textContent.trim() };
      };
      const compare = (a, b) => {
        if (a.unknown !== b.unknown) return a.unknown ? 1 : -1;
        const by = a.number !== null && b.number !== null ? a.number - b.number : order.compare(a.text, b.text);
        return descending ? -by : by;
      };
      const rows = [...body.rows].map((row) => [key(row), row]);
      rows.sort(([a], [b]) => compare(a, b));
      body.append(...rows.map(([, row]) => row));
      said.textContent = frame.dataset.says.replace("{column}", button.textContent);
    });
  });
}
