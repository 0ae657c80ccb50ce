// Copies a letter, and writes into it the profession that the reader has chosen on the way here: the address tells it.
const chosen = new URLSearchParams(location.search).get("as");
for (const letter of document.querySelectorAll("[data-professions]")) {
  const known = JSON.parse(letter.dataset.professions);
  if (!chosen || !Object.hasOwn(known, chosen)) continue;
  const blank = letter.dataset.blank;
  const words = document.createTreeWalker(letter, NodeFilter.SHOW_TEXT);
  while (words.nextNode()) words.currentNode.data = words.currentNode.data.replace(blank, () => known[chosen]);
  const mail = letter.closest("section").querySelector("a[href^='mailto:']");
  if (mail) mail.href = mail.getAttribute("href").replace(encodeURIComponent(blank), () => encodeURIComponent(known[chosen]));
}

// Where the browser does not let a page copy, there is no button: the text can be chosen by hand.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.classList.add("works");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      const copied = document.getElementById("copied");
      if (button.dataset.saidIn) copied.lang = button.dataset.saidIn;
      copied.textContent = button.dataset.done;
    });
  }
}
