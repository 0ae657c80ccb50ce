// Follows the reader's language from the page that offers all of them.
const links = new Map([...document.querySelectorAll("[data-language]")].map((a) => [a.dataset.language.toLowerCase(), a]));
for (const wanted of navigator.languages ?? []) {
  const parts = wanted.toLowerCase().split("-");
  while (parts.length && !links.has(parts.join("-"))) parts.pop();
  if (parts.length) {
    location.replace(links.get(parts.join("-")).href);
    break;
  }
}
