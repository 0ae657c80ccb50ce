// Copies a letter. Where the browser does not let a page do that, there is no button: the text can be chosen by hand.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.classList.add("works");
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      document.getElementById("copied").textContent = button.dataset.done;
    });
  }
}
