import { visible } from '../pack-facts';

/** A text as a string of CSS, whatever is in it. */
const cssString = (text: string): string =>
  `"${visible(text).replace(/[^\p{L}\p{N} .,·:()-]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`;

/** Of the report. It prints on A4, needs no network, and has no script. Each page says which audit it belongs to. */
export const styleOf = (audit: string): string => `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: #18181b; font: 10pt/1.45 "Inter", "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-variant-numeric: tabular-nums; }
main { max-width: 190mm; margin: 0 auto; padding: 12mm 8mm; }
h1 { margin: 0 0 2mm; font-size: 26pt; line-height: 1.15; letter-spacing: -0.01em; }
h2 { margin: 10mm 0 3mm; padding-bottom: 1.5mm; font-size: 15pt; border-bottom: 0.4mm solid #0f766e; break-after: avoid; }
h3 { margin: 6mm 0 2mm; font-size: 11pt; break-after: avoid; break-inside: avoid; }
p { margin: 0 0 2.5mm; }
a { color: inherit; text-decoration: none; }
.quiet { color: #52525b; }
.mono, pre { font-family: "JetBrains Mono", Consolas, "DejaVu Sans Mono", monospace; }
.mono { font-size: 8.5pt; overflow-wrap: anywhere; }
.cover { display: flex; flex-direction: column; min-height: 245mm; break-after: page; }
.brand { font-size: 10pt; letter-spacing: 0.14em; text-transform: uppercase; color: #0f766e; }
.cover h1 { margin-top: 34mm; }
.subtitle { font-size: 13pt; color: #3f3f46; }
.verdict, .tiles div, pre, svg { print-color-adjust: exact; }
.verdict { margin: 10mm 0; padding: 4mm 5mm; border-left: 1.2mm solid #0f766e; background: #f4f4f5; font-size: 11.5pt; }
.verdict.attention { border-color: #b45309; }
.fingerprint { margin: 1mm 0 2mm; font-size: 15pt; letter-spacing: 0.03em; }
.signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 0 8mm; margin-top: auto; padding-top: 10mm; }
.signatures div { padding-top: 14mm; border-bottom: 0.3mm solid #71717a; }
.signatures span { display: block; margin-top: 1mm; font-size: 8.5pt; color: #52525b; }
dl { display: grid; grid-template-columns: 38mm 1fr; gap: 1mm 4mm; margin: 0 0 2.5mm; break-inside: avoid; }
dt { color: #52525b; }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; border-collapse: collapse; font-size: 8.8pt; }
thead { display: table-header-group; }
th { padding: 1.2mm 2mm; text-align: left; font-weight: 600; color: #52525b; border-bottom: 0.3mm solid #a1a1aa; vertical-align: bottom; }
td { padding: 1.2mm 2mm; border-bottom: 0.2mm solid #e4e4e7; vertical-align: top; overflow-wrap: anywhere; }
th:first-child, td:first-child { padding-left: 0; }
tr { break-inside: avoid; }
.number { text-align: right; white-space: nowrap; }
.nowrap { white-space: nowrap; }
.tiles { display: grid; grid-template-columns: repeat(5, 1fr); gap: 3mm; margin-bottom: 4mm; }
.tiles div { padding: 2.5mm 3mm; border: 0.3mm solid #d4d4d8; border-radius: 1.2mm; }
.tiles b { display: block; font-size: 15pt; line-height: 1.2; }
.outcome { font-weight: 600; white-space: nowrap; }
.complete { color: #0f766e; } .incomplete { color: #b45309; } .failed { color: #b91c1c; } .cancelled, .none, .not-answerable { color: #52525b; }
.production { padding: 0 1.2mm; font-size: 7.5pt; font-weight: 600; white-space: nowrap; color: #b91c1c; border: 0.25mm solid #b91c1c; border-radius: 0.8mm; }
svg { display: block; width: 100%; height: auto; break-inside: avoid; }
figure { margin: 0 0 4mm; break-inside: avoid; }
figcaption { margin-bottom: 1mm; font-weight: 600; }
.run { padding-top: 1mm; border-top: 0.2mm solid #d4d4d8; margin-top: 4mm; font-size: 9pt; }
.run h3 { margin-top: 2mm; }
.run p { margin-bottom: 1.5mm; break-after: avoid; }
.run dl { gap: 0.4mm 4mm; margin-bottom: 1.5mm; break-after: avoid; }
.run h3 { font-size: 10.5pt; }
.systems td:nth-child(3) { font-size: 8.2pt; }
.causes td:nth-child(1), .systems td:nth-child(2) { width: 40mm; }
.causes td:nth-child(4) { width: 52mm; }
pre { margin: 0 0 2.5mm; padding: 2mm 2.5mm; font-size: 8pt; line-height: 1.4; white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f5; border: 0.2mm solid #d4d4d8; border-radius: 1mm; }
.warning { color: #92400e; }
@page { size: A4; margin: 14mm 12mm 18mm; }
@page { @bottom-left { content: ${cssString(audit)}; font: 8pt "Inter", "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #52525b; } }
@page { @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt "Inter", "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #52525b; } }
@media print { main { max-width: none; padding: 0; } }
`;
