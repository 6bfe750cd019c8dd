package org.pactlens.report;

/**
 * The page's one style sheet. Colours stand for the same in all figures: blue is the outlet's own, orange is others'.
 * Shades of one hue differ in lightness, so that they keep apart for people who see few colours, on paper and in grey.
 * Text has a contrast of 4.5 to 1 at least (WCAG 2.2, 1.4.3); every mark has a fill or an outline of 3 to 1 (1.4.11).
 */
final class Style {
    private Style() {}

    static final String SHEET = """
            :root { color-scheme: light dark; --paper: #ffffff; --panel: #f6f7f9; --ink: #1b1f24; --quiet: #57606a;
              --grid: #d4d9df; --gap: #e3e0d8; --own: #084a84; --own2: #5598d2; --own3: #a9cdea;
              --other: #9a3d00; --other2: #d9731a; --other3: #f0a860; --other4: #f8d3ab; --plain: #6b7580; --on2: #1b1f24; }
            @media screen and (prefers-color-scheme: dark) {
              :root { --paper: #12161b; --panel: #1a2027; --ink: #e8ebee; --quiet: #a5afba;
                --grid: #343d47; --gap: #3a3629; --own: #93ccff; --own2: #4186c4; --own3: #24527a;
                --other: #ffab5e; --other2: #d07a2c; --other3: #95561d; --other4: #5f3a1a; --plain: #8b96a1; --on2: #12161b; } }
            * { box-sizing: border-box; }
            html { -webkit-text-size-adjust: 100%; }
            body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 76rem; background: var(--paper); color: var(--ink);
              font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
              overflow-wrap: anywhere; }
            h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
            h2 { font-size: 1.3rem; margin: 3rem 0 .5rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
            h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
            h4 { font-size: .95rem; margin: 0 0 .4rem; }
            p, ul { margin: 0 0 .75rem; max-width: 46rem; }
            nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; max-width: none; }
            a { color: var(--own); }
            code, pre { font: .85em/1.45 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
            pre { overflow-x: auto; background: var(--panel); padding: .75rem; margin: .5rem 0; overflow-wrap: normal; }
            dl.facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: .75rem 1.5rem;
              margin: 1rem 0; }
            dl.facts dt { color: var(--quiet); font-size: .85rem; }
            dl.facts dd { margin: 0; }
            figure { margin: 1.5rem 0 2.25rem; }
            figcaption p { color: var(--quiet); font-size: .93rem; }
            .panels { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr));
              gap: 1.75rem 2.25rem; margin: 1rem 0; }
            .panels:empty { display: none; }
            .panel { min-width: 0; break-inside: avoid; }
            .note, .empty { color: var(--quiet); font-size: .9rem; }
            .warning { border-left: 4px solid var(--other2); padding: .25rem 0 .25rem .75rem; }
            .legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; font-size: .88rem;
              max-width: none; }
            .legend svg { display: inline-block; vertical-align: -1px; margin-right: .35rem; }
            details { margin: .35rem 0; font-size: .9rem; }
            summary { cursor: pointer; color: var(--quiet); }
            summary:focus-visible, a:focus-visible, .scroll:focus-visible, pre:focus-visible {
              outline: 2px solid var(--own); outline-offset: 2px; }
            .scroll { overflow-x: auto; position: relative; }
            details .scroll { max-height: 32rem; overflow-y: auto; }
            table { border-collapse: collapse; font-size: .88rem; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
            caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
            th, td { padding: .2rem .9rem .2rem 0; text-align: left; vertical-align: top; font-weight: normal;
              border-bottom: 1px solid var(--grid); max-width: 24rem; }
            th[scope=row] { min-width: 6rem; } td.w:last-child { min-width: 9rem; }
            thead th { color: var(--quiet); border-bottom-color: var(--quiet); vertical-align: bottom; }
            th.n, td.n { text-align: right; white-space: nowrap; }
            svg.rows { max-width: 46rem; }
            svg.picture { display: block; overflow: visible; font-size: 12px; font-variant-numeric: tabular-nums; }
            svg text { fill: var(--ink); }
            svg text.quiet { fill: var(--quiet); }
            svg text.middle { text-anchor: middle; }
            svg text.end { text-anchor: end; }
            svg text.halo { paint-order: stroke; stroke: var(--paper); stroke-width: 3; stroke-linejoin: round; }
            svg text.on { text-anchor: middle; font-size: 11px; }
            svg text.on-own, svg text.on-other { fill: var(--paper); }
            svg text.on-own2, svg text.on-other2 { fill: var(--on2); }
            svg text.on-own3, svg text.on-other3, svg text.on-other4 { fill: var(--ink); }
            svg line { stroke: var(--grid); stroke-width: 1; }
            svg line.base { stroke: var(--quiet); }
            svg line.mark { stroke: var(--other2); stroke-width: 1.5; }
            svg line.others { stroke: var(--other2); stroke-width: 2.5; }
            svg line.range { stroke: var(--own); stroke-width: 2.5; }
            svg line.few { stroke: var(--own); stroke-width: 1.5; stroke-dasharray: 4 3; }
            svg circle { fill: var(--own); stroke: var(--own); stroke-width: 1.5; }
            svg circle.few { fill: var(--paper); }
            .gap { fill: var(--gap); } .own { fill: var(--own); } .own2 { fill: var(--own2); } .own3 { fill: var(--own3); }
            .other { fill: var(--other); } .other2 { fill: var(--other2); } .other3 { fill: var(--other3); }
            .other4 { fill: var(--other4); } .plain { fill: var(--plain); }
            svg .piece { stroke-width: 1; } .piece.own, .piece.own2, .piece.own3 { stroke: var(--own); }
            .piece.other, .piece.other2, .piece.other3, .piece.other4 { stroke: var(--other); }
            @media print {
              body { max-width: none; font-size: 10.5pt; padding: 0; }
              nav { display: none; }
              h2, h3, h4, figcaption { break-after: avoid; }
              figcaption, svg, tr, .legend { break-inside: avoid; }
              .scroll { max-height: none; overflow: visible; }
              svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
            }
            """;
}
