/** The stylesheet of the proof's page. */
import { Html } from './html.ts'

export const reportCss = new Html(`
:root { --ink: #1a1a1a; --accent: #b0202b; --good: #2f6b3c; --look: #8a6414; --paper: #f7f3eb; --rule: #cfc8b8; --grey: #6b6b6b;
  --serif: "Noto Serif SC", "Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", SimSun, Georgia, serif; --sans: "Noto Sans SC", "Source Han Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
* { margin: 0; padding: 0; box-sizing: border-box; }
body { background: var(--paper); color: var(--ink); font: 15px/1.7 var(--serif); padding: 48px max(24px, calc(50vw - 540px)) 64px; }
header { border-bottom: 3px solid var(--ink); padding-bottom: 24px; position: relative; }
h1 { font-size: 40px; line-height: 1.3; font-weight: 900; letter-spacing: .08em; }
.issue { color: var(--accent); font: 700 13px/1.8 var(--sans); letter-spacing: .08em; }
.lead { max-width: 44em; margin-top: 8px; color: var(--grey); }
.verdict { position: absolute; right: 0; top: 8px; font: 900 22px/1.4 var(--serif); padding: 6px 18px; border: 3px solid; }
.verdict.ok { color: var(--good); } .verdict.look { color: #fff; background: var(--look); border-color: var(--look); } .verdict.no { color: #fff; background: var(--accent); border-color: var(--accent); }
nav { display: flex; flex-wrap: wrap; gap: 2px 22px; padding-top: 12px; font: 13px/1.9 var(--sans); } nav a { color: var(--grey); text-decoration: none; } nav a:hover { color: var(--accent); }
section { padding-top: 40px; }
h2 { font: 700 15px/1.6 var(--sans); letter-spacing: .2em; border-top: 1px solid var(--ink); padding-top: 8px; margin-bottom: 12px; }
h3 { font-size: 18px; line-height: 1.5; font-weight: 700; }
h3 small { font-weight: 400; font-size: 14px; margin-left: 1em; color: var(--grey); }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: left; padding: 6px 10px 6px 0; border-bottom: 1px solid var(--rule); vertical-align: baseline; font-weight: 400; }
thead th { font: 400 12px/1.6 var(--sans); color: var(--grey); }
.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 24px; }
code { font: 12px/1.5 ui-monospace, Menlo, Consolas, monospace; color: var(--grey); }
.mark { font-weight: 900; } .passed { color: var(--good); } .failed { color: var(--accent); } .warned { color: var(--look); } .skipped, .none { color: var(--grey); }
.causes { list-style: none; }
.failures.warned { color: var(--ink); } .failures.warned li { border-color: var(--look); } .causes a { color: inherit; }
.causes li { border-left: 3px solid var(--accent); padding: 4px 0 4px 14px; margin: 10px 0; }
.place { font: 12px/1.6 ui-monospace, Menlo, Consolas, monospace; } .hint { color: var(--grey); font-size: 13px; }
.credits { font-size: 13px; table-layout: fixed; }
.credits th, .credits td { padding: 3px 2px; border-bottom-style: dotted; } .credits tbody tr:last-child > * { border-bottom: 1px solid var(--rule); }
.credits thead th { position: sticky; background: var(--paper); border-bottom: 0; text-align: center; }
.credits thead tr:first-child th { top: 0; color: var(--ink); font-weight: 700; } .credits thead tr:last-child th { top: 27px; border-bottom: 1px solid var(--ink); font-size: 11px; }
.credits thead th:first-child { width: 30%; } .credits td { text-align: center; }
.credits td:nth-child(5n + 2), .credits thead tr:last-child th:nth-child(5n + 2), .credits thead tr:first-child th + th { border-left: 1px solid var(--rule); }
.credits .title > * { padding-top: 12px; } .credits .title th { font-weight: 700; font-size: 15px; }
.credits small { font-weight: 400; font-size: 12px; margin-left: .8em; color: var(--grey); } .credits small.folio { white-space: nowrap; }
.credits .affiliation th { color: var(--grey); font-size: 12px; padding-left: 1.2em; } .credits .credit th { padding-left: 1em; }
.checks th code { margin-left: 1em; } .checks small { color: var(--grey); margin-left: .6em; }
.sum { margin-bottom: 14px; }
.rules td:first-child { width: 1.8em; } .rules .id { width: 3em; font: 700 12px/1.6 var(--sans); color: var(--grey); font-variant-numeric: tabular-nums; }
.rules td, .rules th { padding-top: 4px; padding-bottom: 4px; } .rules .number { width: 8em; padding-right: 0; } .rules .number.failed, .rules .number.warned { font-weight: 900; } .rules .number.passed { color: inherit; }
.rules .faults > * { padding: 0 0 10px; } .rules tbody:has(.faults) tr:first-child > * { border-bottom: 0; }
.rules ol { list-style: none; border-left: 3px solid; padding-left: 14px; } .rules li { padding: 2px 0; color: var(--ink); } .rules li .place { color: var(--grey); margin-left: 1em; white-space: nowrap; }
.rules .rest, .rules .hint { color: var(--grey); font-size: 13px; padding-left: 17px; } .rules .mark.skipped ~ * { color: var(--grey); }
.copyfit .signatures { display: flex; flex-wrap: wrap; gap: 8px 14px; margin-bottom: 16px; } .signatures span { display: flex; gap: 2px; }
.signatures i { width: 13px; aspect-ratio: 210 / 285; background: var(--ink); opacity: .78; } .signatures i.filler { background: none; box-shadow: inset 0 0 0 1px var(--ink); }
.fits .number { white-space: nowrap; padding-right: 12px; } .fits td.fill, .fits th.fill { width: 160px; } .fits small { color: var(--grey); margin-left: .6em; }
.bar { display: block; height: 6px; background: var(--rule); } .bar b { display: block; height: 100%; background: var(--ink); }
.fits .short th, .fits .short .number { color: var(--accent); font-weight: 700; } .fits .short .bar b { background: var(--accent); }
.preflight .clause { color: var(--grey); font-size: 12px; width: 25em; padding-right: 0; } .preflight .rules { font-size: 13px; } .preflight .rules td, .preflight .rules th { padding-top: 2px; padding-bottom: 2px; } .preflight .id { width: 6em; white-space: nowrap; } .preflight .rules .number { width: 4em; }
.job th { width: 10em; color: var(--grey); } .job td { white-space: pre-line; }
.pages ol { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(136px, 1fr)); gap: 22px 16px; }
.pages svg { display: block; width: 100%; height: auto; overflow: visible; } .pages svg svg { overflow: hidden; }
.pages .paper { fill: #fff; filter: drop-shadow(0 1px 3px rgb(0 0 0 / .22)); }
.box { fill: none; stroke-width: 1px; vector-effect: non-scaling-stroke; stroke: var(--box); }
.media { --box: #8d877a; } .bleed { --box: #1f6fb2; } .trim { --box: var(--accent); } .typeArea { --box: #2f8a4c; } .box.typeArea { stroke-dasharray: 4 3; } .pages ol .box.media { stroke: none; }
.pages ol .box { opacity: .75; } .pages ol .box.typeArea { stroke-dasharray: 2 2; }
.boxes { display: grid; grid-template-columns: minmax(0, 1fr) 200px; gap: 36px; align-items: end; margin: 8px 0 36px; }
.spread { display: grid; grid-template-columns: 1fr 1fr; gap: 14px; }
.boxes dl > div { border-top: 1px solid var(--rule); padding: 8px 0 8px 34px; position: relative; } .boxes dl > div:last-child { border-bottom: 1px solid var(--rule); }
.boxes dl > div::before { content: ""; position: absolute; left: 0; top: 14px; width: 20px; height: 12px; border: 1.5px solid var(--box); } .boxes dl > .typeArea::before { border-style: dashed; }
.boxes dt { font: 700 13px/1.6 var(--sans); } .boxes dd { font-size: 13px; font-variant-numeric: tabular-nums; } .boxes small { display: block; color: var(--grey); font-size: 12px; }
.pages .failed > svg, .pages .warned > svg { outline: 2px solid var(--accent); outline-offset: 2px; } .pages .warned > svg { outline-color: var(--look); } .pages .warned { color: inherit; }
.marks { font: 700 12px/1.8 var(--sans); color: var(--accent); margin-right: .6em; } .marked td:first-child { width: 3em; font-weight: 900; color: var(--accent); } .marked .page { width: 7em; white-space: nowrap; }
.rules .number small { display: block; font-weight: 400; font-size: 11px; color: var(--grey); }
.pages b { font: 700 12px/1.8 var(--sans); margin-right: .6em; } .pages .owner { font-size: 12px; color: var(--grey); }
footer { margin-top: 48px; border-top: 1px solid var(--rule); padding-top: 8px; color: var(--grey); font-size: 12px; }
@media (max-width: 720px) { .boxes { grid-template-columns: 1fr; } .preflight .clause { display: none; } .verdict { position: static; display: inline-block; margin-top: 12px; } .credits { display: block; overflow-x: auto; min-width: 0; } }
@media print { body { background: none; padding: 0; } nav { display: none; } tbody, tr { break-inside: avoid; } }
`)
