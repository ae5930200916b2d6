// The paper clip: places, a photo, a voice message, a file, a contact. Samples are made here; a photo of one's own may be chosen.

import { el } from "./dom.js";
import { t } from "./words.js";

const PLACES = [["bishkek", 42.8746, 74.5698], ["osh", 40.5283, 72.7985], ["naryn", 41.4287, 75.9911]];

export function attachMenu(view) {
  const send = (what, more = {}) => view.ask("attach", { what, ...more });
  return [
    ...PLACES.map(([key, latitude, longitude]) => ({
      label: t("attach-place", { place: t(`region-${key}`) }), act: () => send("location", { latitude, longitude }),
    })),
    { label: t("attach-photo-sample"), act: async () => send("photo", { data: await samplePhoto() }) },
    { label: t("attach-album"), act: async () => send("album", { data: await samplePhoto() }) },
    { label: t("attach-photo-own"), act: () => choose("image/*", (data) => send("photo", { data })) },
    { label: t("attach-voice"), act: () => send("voice", { mime: "audio/ogg", data: btoa("practice voice") }) },
    { label: t("attach-document"), act: () => send("document", { name: "protocol.pdf", mime: "application/pdf", data: btoa("practice") }) },
    { label: t("attach-contact"), act: () => send("contact") },
  ];
}

async function samplePhoto() {
  const canvas = el("canvas", { width: 320, height: 220 });
  const pen = canvas.getContext("2d");
  const sky = pen.createLinearGradient(0, 0, 0, 220);
  sky.addColorStop(0, "#8fb7c9");
  sky.addColorStop(1, "#dfe6dc");
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 320, 220);
  for (const [color, points] of [["#7d95a1", [0, 130, 80, 60, 150, 120, 230, 50, 320, 125]], ["#4f7568", [0, 170, 110, 120, 200, 165, 320, 130]]]) {
    pen.fillStyle = color;
    pen.beginPath();
    for (let at = 0; at < points.length; at += 2) pen.lineTo(points[at], points[at + 1]);
    pen.lineTo(320, 220);
    pen.lineTo(0, 220);
    pen.fill();
  }
  return canvas.toDataURL("image/jpeg", 0.8).split(",")[1];
}

function choose(accept, done) {
  const input = el("input", { type: "file", accept });
  input.addEventListener("change", () => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",")[1]);
    if (input.files[0]) reader.readAsDataURL(input.files[0]);
  });
  input.click();
}
