// Hears clicks on what carries data-x, wherever it stands on the page, and brings what was opened into sight.
export default function ({ data, setTriggerValue }) {
  if (window.xianbiClick) document.removeEventListener("click", window.xianbiClick);
  window.xianbiClick = (event) => {
    const mark = event.target.closest?.("[data-x]");
    if (!mark) return;
    event.preventDefault();
    setTriggerValue("opened", mark.dataset.x);
    if (mark.closest('[data-testid="stPopoverBody"]'))
      mark.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", code: "Escape", keyCode: 27, bubbles: true }));
  };
  document.addEventListener("click", window.xianbiClick);

  if (!data?.id || window.xianbiSeen === data.turn) return;
  window.xianbiSeen = data.turn;
  const look = (tries) => {
    const there = document.getElementById(data.id);
    if (!there) return tries && setTimeout(look, 80, tries - 1);
    if (data.focus) there.focus({ preventScroll: true });
    const box = there.getBoundingClientRect();
    if (data.centre || box.top < 60 || box.top > window.innerHeight - 120)
      there.scrollIntoView({ block: data.centre ? "center" : "nearest" });
  };
  setTimeout(look, 60, 25);
}
