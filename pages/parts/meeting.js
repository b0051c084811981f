// Turns the storyboard by keys, and scales the stage so that all of it fits the window.
const NEXT = ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "ArrowUp", "PageUp", "Backspace"];
const LEAST = 0.9, WIDTH = 1000; // below this words on charts fall under 12 px; a stage is no narrower
const BAR = 40; // px for the buttons

export default function ({ data, setTriggerValue }) {
  window.xianbiStop?.();
  const main = document.querySelector('[data-testid="stMain"]');
  const stage = () => document.querySelector(".st-key-stage");
  let at = data.at;

  const hidden = () => {
    const left = main.scrollHeight - main.clientHeight - main.scrollTop;
    return { below: left > 4, above: main.scrollTop > 4 };
  };
  const go = (to) => {
    to = Math.max(1, Math.min(data.count, to));
    if (to === at) return;
    at = to;
    main.scrollTop = 0;
    setTriggerValue("to", to);
  };
  const press = (event) => {
    const target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest?.('input, textarea, select, [contenteditable="true"]')) return;
    const onButton = target.closest?.("button, a");
    if (onButton && (event.key === "Enter" || event.key === " ")) return;
    if (event.key === "Escape" || event.key === "F5") {
      if (event.key === "F5") return;
      setTriggerValue("leave", true);
    } else if (event.key === " " && event.shiftKey) hidden().above ? main.scrollBy(0, -0.8 * main.clientHeight) : go(at - 1);
    else if (NEXT.includes(event.key)) hidden().below ? main.scrollBy(0, 0.8 * main.clientHeight) : go(at + 1);
    else if (BACK.includes(event.key)) hidden().above ? main.scrollBy(0, -0.8 * main.clientHeight) : go(at - 1);
    else if (event.key === "Home") go(1);
    else if (event.key === "End") go(data.count);
    else if (event.key === "b" || event.key === ".") document.documentElement.classList.toggle("xb-black");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  // The largest scale at which the stage, as wide as the window, is no higher than it.
  let done = "";
  const fit = () => {
    const box = stage();
    if (!box) return;
    const wide = document.documentElement.clientWidth, high = document.documentElement.clientHeight - BAR;
    const style = document.documentElement.style;
    const tall = (k) => {
      style.setProperty("--k", k.toFixed(3));
      style.setProperty("--wide", `${Math.floor(wide / k)}px`);
      style.setProperty("--high", "0px");
      return box.scrollHeight * k;
    };
    let low = Math.min(LEAST, wide / WIDTH), top = Math.max(low, wide / WIDTH);
    if (tall(top) <= high) low = top;
    else for (let step = 0; step < 9; step++) {
      const middle = (low + top) / 2;
      if (tall(middle) <= high) low = middle; else top = middle;
    }
    const needed = tall(low);
    style.setProperty("--high", `${Math.floor(high / low)}px`);
    document.documentElement.classList.toggle("xb-long", needed > high + 1);
    done = `${wide} ${high} ${Math.round(needed)}`;
    box.dataset.fits = needed <= high + 1;
    box.dataset.k = low.toFixed(3);
  };
  let waiting = 0;
  const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(fit); };
  const sizes = new ResizeObserver(soon);
  const changes = new MutationObserver(() => {
    const box = stage();
    if (box && box !== changes.box) { sizes.disconnect(); sizes.observe(box); changes.box = box; soon(); }
  });
  if (stage()) { sizes.observe(stage()); changes.box = stage(); }
  changes.observe(main, { childList: true, subtree: true });
  window.addEventListener("resize", soon);
  document.addEventListener("keydown", press, true);
  document.documentElement.classList.add("xb-meeting");
  soon();

  window.xianbiStop = () => {
    sizes.disconnect();
    changes.disconnect();
    window.removeEventListener("resize", soon);
    document.removeEventListener("keydown", press, true);
    document.documentElement.classList.remove("xb-meeting", "xb-black", "xb-long");
    window.xianbiStop = null;
  };
  return () => window.xianbiStop?.();
}
