/** Text in a picture, from its left end, and how far it reaches whatever font draws it. */
export interface Run {
  readonly x: number;
  /** Of the line that it stands on. */
  readonly y: number;
  readonly width: number;
  readonly text: string;
  /** Of `STYLE`, separated by spaces. */
  readonly look?: string;
}

export interface Window {
  /** In the bar at its top. */
  readonly title: string;
  /** What is to be seen, for whoever does not see it. */
  readonly description: string;
  readonly width: number;
  /** Without the bar. */
  readonly height: number;
  readonly runs: readonly Run[];
  /** Lines between rows, by their places. */
  readonly rules?: readonly { readonly x: number; readonly y: number; readonly width: number }[];
}

const BAR = 34;

/** The numbers are those of a terminal's colours, as GitHub's own themes have them. */
const STYLE = `text{font:13px ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono","DejaVu Sans Mono",monospace;fill:#1f2328}
.p{font:14px Helvetica,Arial,"Liberation Sans",sans-serif}.h{font-size:21px}.b{font-weight:bold}
.w{fill:#fff;stroke:#d1d9e0}.r,.d{fill:#d1d9e0}.t,.c90{fill:#59636e}.l{fill:#0969da}
.c31{fill:#cf222e}.c32{fill:#1a7f37}.c33{fill:#9a6700}.c34{fill:#0969da}.c35{fill:#8250df}.c36{fill:#1b7c83}
@media(prefers-color-scheme:dark){text{fill:#f0f6fc}.w{fill:#0d1117;stroke:#3d444d}.r,.d{fill:#3d444d}.t,.c90{fill:#9198a1}.l{fill:#4493f8}
.c31{fill:#ff7b72}.c32{fill:#3fb950}.c33{fill:#d29922}.c34{fill:#58a6ff}.c35{fill:#bc8cff}.c36{fill:#39c5cf}}`;

/** A picture that needs nothing from anywhere: text stays text, in the colours that the reader's system has. */
export function windowPicture({ title, description, width, height, runs, rules = [] }: Window): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + BAR}" width="${width}" height="${height + BAR}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="w" x=".5" y=".5" width="${width - 1}" height="${height + BAR - 1}" rx="8"/>`,
    ...[0, 1, 2].map((index) => `<circle class="d" cx="${20 + index * 18}" cy="${BAR / 2}" r="5"/>`),
    `<text class="t" x="80" y="${BAR / 2 + 4}">${escaped(title)}</text>`,
    `<path class="r" d="M1 ${BAR}h${width - 2}v1H1z"/>`,
    ...rules.map((rule) => `<path class="r" d="M${rule.x} ${rule.y + BAR}h${short(rule.width)}v1H${rule.x}z"/>`),
    ...runs.map(drawn),
    '</svg>',
    '',
  ].join('\n');
}

function drawn({ x, y, width, text, look }: Run): string {
  return `<text${look ? ` class="${look}"` : ''} x="${short(x)}" y="${short(y + BAR)}" textLength="${short(width)}">${escaped(text)}</text>`;
}

function short(places: number): string {
  return String(Math.round(places * 10) / 10);
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
