// The fonts of a machine: the browser is shown one family for Latin letters, and one for Japanese, whatever else is installed.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const JAPANESE = "Noto Sans CJK JP";

/** Families as usual machines have them: of DejaVu the letters are wide, of Liberation they are low, of Noto they are high. */
export const FONTS = {
  dejavu: ["DejaVu Sans", "DejaVu Sans Mono"],
  liberation: ["Liberation Sans", "Liberation Mono"],
  noto: ["Noto Sans"],
};

/** What the tests run under unless they say so: FONT=noto npm test. */
export const FONT = process.env.FONT ?? "dejavu";
if (!FONTS[FONT]) throw new Error(`FONT is one of ${Object.keys(FONTS).join(", ")}, not ${FONT}.`);

let folder;
process.once("exit", () => folder && rmSync(folder, { recursive: true, force: true }));

/** The environment of a browser that finds these fonts alone. */
export function withFont(font) {
  folder ??= mkdtempSync(join(tmpdir(), "annai-fonts-"));
  const file = join(folder, `${font}.conf`);
  const pattern = (name, value) => `<pattern><patelt name="${name}">${value}</patelt></pattern>`;
  const families = [...FONTS[font], JAPANESE].map((family) => pattern("family", `<string>${family}</string>`));
  // What is accepted by its family is there although all is rejected.
  const all = ["true", "false"].map((is) => pattern("scalable", `<bool>${is}</bool>`));
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><include>/etc/fonts/fonts.conf</include>` +
      `<selectfont><rejectfont>${all.join("")}</rejectfont><acceptfont>${families.join("")}</acceptfont></selectfont></fontconfig>`,
  );
  return { ...process.env, FONTCONFIG_FILE: file };
}

/** The families that the letters of an element are drawn with. */
export async function familiesOf(tab, selector) {
  const session = await tab.context().newCDPSession(tab);
  for (const domain of ["DOM", "CSS"]) await session.send(`${domain}.enable`);
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  await session.detach();
  return fonts.map(({ familyName }) => familyName);
}
