// Keys go to the terminal from the start, and again whenever the window comes back.
"use strict";

const focusTerminal = () => document.querySelector(".xterm-helper-textarea")?.focus();

new MutationObserver(() => {
  const state = document.body.classList;
  if (state.contains("-closed")) document.querySelector(".ended a").focus();
  else if (state.contains("-first-byte")) focusTerminal();
}).observe(document.body, { attributeFilter: ["class"] });

window.addEventListener("focus", () => {
  if (!document.body.classList.contains("-closed")) focusTerminal();
});
