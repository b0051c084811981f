// The picture of a chart: shown small, and saved as SVG or, drawn by this browser with its own fonts, as PNG.
const SCALE = 2;

export default function ({ data, parentElement }) {
  const box = parentElement.querySelector(".picture");
  if (!box || !data) return;
  const address = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(data.svg);
  const [image, fault] = [box.querySelector("img"), box.querySelector("[role=status]")];
  if (data.svg) image.src = address;
  else image.removeAttribute("src");
  image.alt = data.alt;
  for (const button of box.querySelectorAll("button")) {
    const kind = button.dataset.kind;
    button.textContent = data.labels[kind];
    button.disabled = !data.svg; // it is on its way
    button.onclick = async () => {
      fault.textContent = "";
      try {
        save(kind === "svg" ? new Blob([data.svg], { type: "image/svg+xml" }) : await paint(address), kind);
      } catch {
        fault.textContent = data.labels.fault;
      }
    };
  }

  function save(blob, kind) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${data.name}.${kind}`;
    box.append(link); // inside: a click outside closes what the box stands in
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

async function paint(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
}
