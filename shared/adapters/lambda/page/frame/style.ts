import { createHash } from 'node:crypto';

/** The one sheet of every page; its parts are named in the README beside it. Nothing newer than Chrome 109 (Windows 7). */
export const style = `/* One sheet for every page; parts and rules: README.md */
:root{accent-color:#0b5960;--ink:#1d2125;--soft:#565c63;--line:#dbd5c8;--edge:#7d7869;--paper:#f7f5ef;--band:#eeebe3;--card:#fff;--act:#0b5960;--tint:#e6f1f1;--lotus:#8c1d4a;--late:#9c1f10;--warn:#6e4500;--ok:#17603a;--doubt:#55378a;--r:6px;--f:minmax(0,1fr)}
*{box-sizing:border-box}
html{font:100%/1.5 "Segoe UI","Be Vietnam Pro","Noto Sans",Roboto,Arial,sans-serif;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font-variant-numeric:tabular-nums;overflow-wrap:break-word}
h1{font-size:1.5rem;line-height:1.3}h2{font-size:1.1rem;line-height:1.4}h3{font-size:1rem}
h1,h2,h3,p,dl,dd,ol,ul,figure,fieldset,blockquote{margin:0;padding:0;border:0;list-style:none}p+p{margin-top:.5rem}
a{color:var(--act);text-decoration-color:#7fa9ad;text-underline-offset:.15em}a:hover{text-decoration-color:currentColor}
:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 7px #ffd34d}
small,.s{font-size:.875rem;line-height:1.45}.q{color:var(--soft);font-weight:400}b,th,h3{font-weight:600}.n,.c{white-space:nowrap}.say{font-size:1.375rem;line-height:1.55;max-width:38em}.no{color:var(--late)}.tint{background:var(--tint)}
.off{position:absolute;left:-999em}.off:focus{left:1rem;background:var(--card);padding:.5rem 1rem}
svg{max-width:100%;height:auto}.i{width:1.25rem;flex:none;fill:none;stroke:currentColor;stroke-width:1.75;stroke-linejoin:round;vertical-align:-.25rem}
/* page */
.bar{background:var(--card);border-top:4px solid var(--lotus);border-bottom:1px solid var(--line);display:flex;align-items:center;gap:0 1rem;padding:0 1.25rem;min-height:3.5rem}
.mark,.menu a{text-decoration:none;white-space:nowrap}.mark{display:flex;gap:.5rem;align-items:center;color:var(--lotus);font-weight:700;line-height:1.2}.mark svg{width:2rem}.mark small{display:block;color:var(--soft);font-weight:400}
.menu{display:flex;flex-wrap:wrap;flex:1}.menu a{padding:1rem .6rem .85rem;color:var(--ink);border-bottom:3px solid transparent}.menu a:hover{border-color:var(--edge)}.menu [aria-current]{border-color:var(--lotus);font-weight:600}.menu b{background:var(--band);border-radius:9px;padding:0 .4rem;font-size:.875rem}
.find input{width:14.5rem}.me{margin-left:auto;text-align:right}.me a{display:inline-block;min-height:1.5rem}
main{max-width:90rem;margin:0 auto;padding:1.25rem}.head,.acts{display:flex;flex-wrap:wrap;gap:.5rem .75rem;align-items:center}.head{margin-bottom:1rem}.head>:first-child{flex:1 1 9rem}.acts{line-height:1.75}.mid{justify-content:center}
.two,.three{display:grid;gap:1.25rem;grid-template-columns:15rem var(--f);align-items:start}.end{grid-template-columns:var(--f) 21rem}.half{grid-template-columns:1fr 1fr}.three{grid-template-columns:17rem var(--f) 19rem}
.stack>*+*{margin-top:1rem}.card{background:var(--card);border:1px solid var(--line);border-radius:var(--r)}.pad{padding:1rem}.pad>h2{margin-bottom:.35rem}.tiny{max-width:30rem;margin:0 auto}.wide{max-width:54rem}
/* act */
.b,button,input,select,textarea{font:inherit;min-height:2.25rem;padding:.35rem .6rem;border:1px solid var(--edge);border-radius:var(--r);background:var(--card);color:inherit}
.b,button{font-weight:600;line-height:1.25;display:inline-flex;gap:.4rem;align-items:center;justify-content:center;padding:.35rem .8rem;color:var(--act);text-decoration:none;cursor:pointer}.b:hover,button:hover{text-decoration:underline}.go{background:var(--act);border-color:var(--act);color:#fff}.big{min-height:3rem;font-size:1.0625rem;padding:.5rem 1.25rem}
/* list row */
.h{display:flex;flex-wrap:wrap;gap:0 .5rem;align-items:center;padding:.35rem 1rem;background:var(--band);border-bottom:1px solid var(--line);border-radius:5px 5px 0 0}.h .s,.list b{margin-left:auto}.list b{white-space:nowrap}
.row{display:grid;grid-template-columns:8.25rem 14.5rem var(--f) 8rem;gap:.25rem 1rem;align-items:center;padding:.3rem 1rem;line-height:1.4}.row+.row,li+.pad{border-top:1px solid var(--line)}
.row,.list a,.now{border-left:4px solid transparent}.list a{display:flex;gap:.5rem;padding:.4rem 1rem;color:var(--ink);text-decoration:none}.next,.row:focus-within,.list a:hover,.list [aria-current]{background:var(--tint)}.next,.row:focus-within,.now,.list [aria-current]{border-left-color:var(--act)}.list [aria-current]{font-weight:600}
/* tag, notice */
.t{--g:"○ ";display:inline-block;padding:.05rem .5rem;border-radius:3px;background:var(--band);font-size:.875rem;font-weight:600;white-space:nowrap}.t::before{content:var(--g)}@supports(content:"a"/""){.t::before{content:var(--g)/""}}
.late{--g:"▲ ";color:var(--late);background:#fcebe6}.warn{--g:"◆ ";color:var(--warn);background:#fdf1d3}.ok{--g:"✓ ";color:var(--ok);background:#e5f2e9}.doubt{--g:"? ";color:var(--doubt);background:#f0eaf9}
.note{padding:.6rem 1rem;border-left:4px solid;border-radius:3px}
/* timeline */
.time li{display:grid;grid-template-columns:3.5rem 1.75rem var(--f);gap:0 .5rem;padding-bottom:.85rem;position:relative}.time li::before{content:"";position:absolute;left:4.8rem;top:1.7rem;bottom:0;border-left:2px solid var(--line)}.time .day{display:block;font-weight:600;padding-bottom:.5rem}.time .day::before,.time li:last-child::before{display:none}.time .i{margin-top:.1rem;justify-self:center}.time p{margin:0}
.sms,.time .sms{background:#eef1f3;border-radius:4px 12px 12px;padding:.4rem .75rem;margin:.3rem 0;max-width:34rem}
/* facts, form, table, phone */
.dl{display:grid;grid:auto/auto 1fr;gap:.3rem .9rem}dt{color:var(--soft)}
label,legend{display:block;font-weight:600;padding:0 0 .25rem}.f+.f{margin-top:1rem}input,textarea,meter,.f select{width:100%}meter::-webkit-meter-optimum-value{background:var(--act)}[type=radio]{width:1.5rem;min-height:1.5rem;margin:0 .4rem 0 0;vertical-align:-.35rem}mark{background:#ffe9a8;color:inherit;border-bottom:2px solid var(--warn)}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:baseline;padding:.45rem .75rem;border-bottom:1px solid var(--line)}thead{background:var(--band)}.n,th.n{text-align:right}.x{overflow-x:auto}[aria-invalid]{border:2px solid var(--late);max-width:16rem}
.sum{display:grid;grid:auto/repeat(auto-fit,minmax(9rem,1fr))}.sum>*{margin:0;padding:.75rem 1rem}.sum b{display:block;font-size:1.625rem;line-height:1.25}
.phone{border:solid #23282d;border-width:1.75rem .6rem 2.5rem;border-radius:1.75rem;background:#fff;padding:.75rem;min-height:17rem;max-width:19rem;margin:0 auto}.sheet{display:block;margin:0 auto;border:1px solid var(--line)}
/* ours: room before buttons, what folds, a page of a letter, a button that is a link */
.f .acts,.f+.acts,.f+.side{margin-top:.6rem}summary{cursor:pointer;color:var(--act);font-weight:600;min-height:2.25rem;padding:.35rem 0}img.sheet{width:100%;max-width:46rem;height:auto;background:#fff}button.link{border:0;background:none;padding:0 .25rem;min-height:1.5rem;font-weight:400;text-decoration:underline}[type=checkbox]{width:1.5rem;min-height:1.5rem;vertical-align:-.35rem}.ok.note{border-color:var(--ok)}
/* citizens: large letters, large fields, five steps as five buttons */
.dan{font-size:1.125rem}.dan h1{font-size:1.625rem}.dan h2{font-size:1.25rem}.dan input,.dan select{min-height:3rem;font-size:1.25rem}.dan .s{font-size:1rem}.dan button,.dan .b{min-height:3rem;white-space:normal}.dan .steps button{width:100%;justify-content:flex-start}.dan .steps>*+*{margin-top:.5rem}.dan .mark{white-space:normal}.bar .mark{white-space:normal}
/* a slip: A5 on paper, as wide on the screen; dots are written on by hand */
.slip{background:#fff;border:1px solid var(--line);padding:1rem;max-width:38rem;line-height:1.6}.slip h2{text-align:center;text-transform:uppercase;margin:.5rem 0}.heads,.signs{display:grid;grid-template-columns:1fr 1fr;gap:.5rem;text-align:center;line-height:1.35}.qr{width:7.5rem}.look{display:grid;grid-template-columns:auto 1fr;gap:.75rem;align-items:center;margin-top:.35rem}.look p:first-child{text-align:center;line-height:1.2}.fill .open{width:100%}.heads>p.s{grid-column:2;text-align:right}.open{display:inline-block;min-width:55%;max-width:100%;border-bottom:1px dotted;height:1em}.heads p,.signs p{margin:0}.slip p+p{margin-top:.15rem}.heads p+p,.signs p+p{margin:0!important}.signs{padding-bottom:3.5rem;margin-top:.35rem}
/* television, small screen, finger, paper */
.tv{font-size:1.55vw;height:100vh;overflow:hidden;background:var(--card)}.tv,.side{display:flex;flex-direction:column}.tv .bar{padding:.5em 1.4em}.bar>svg{width:3em}.tv h1{font-size:1.7em;color:var(--lotus);flex:1}.tv .bar b{font-size:2.2em;line-height:1.2}.tv h2{font-size:1.2em}.tv main{flex:1;max-width:none;width:100%;display:grid;grid-template-columns:58fr 42fr;padding:0}.tv section,footer{padding:.6em 1.4em}.tv .say{font-size:1.8em}.side .tint{flex:1}[hidden]{display:none!important}.tv footer{padding:0}.tv .side .say{font-size:1.35em;line-height:1.4}.tv footer p{flex:1;display:flex;gap:.8em;padding:.6em 1.4em;margin:0}.tv .q{margin-top:.4em}.gap{gap:.6rem}
.codes{display:grid;grid:repeat(6,auto)/auto-flow 1fr 1fr;gap:0 1.6em}.codes li,footer{display:flex;gap:.8em;align-items:baseline}.codes li{padding:.3em 0;border-bottom:2px solid var(--line)}.codes b{font-size:2.7em;line-height:1.3}footer span+span,.codes span+span{margin-left:auto}
@media screen and (max-width:68rem){.bar{flex-wrap:wrap;padding-top:.3rem}.menu{order:3;flex-basis:100%}.menu a{padding:.45rem .5rem}.two,.three{grid-template-columns:var(--f)}.row{grid-template-columns:8.25rem var(--f) auto}.row>:nth-child(3){grid-area:2/2/3/4}.two>.list{display:none}.three>.list{order:1}.x>table,.x>svg{min-width:42rem}}
@media(max-width:40rem){.bar,main{padding-left:1rem;padding-right:1rem}.find,.keys{display:none}.t{white-space:normal}.row{display:block}.row>*{display:block;margin:.2rem 0}.row>.b{display:flex}.full>*{width:100%}}
@media(pointer:coarse){.b,button,input,select{min-height:2.75rem}}
@media print{main{padding:0;max-width:none}@page{margin:15mm}@page slip{size:A5;margin:9mm}.slip{page:slip;border:0;padding:0;max-width:none;font-size:.75rem;line-height:1.35}.slip .s{font-size:.6875rem}.slip .qr{width:6rem}.slip .signs{padding-bottom:2.75rem}.slip h2{font-size:.9375rem}.scr{display:none!important}.menu,.find,.b,button,select,.list,.keys{display:none}.two,.three{display:block}.row{grid-template-columns:8rem 12rem 1fr}li,tr,figure{break-inside:avoid}a{color:inherit}.t{border:1px solid}}
`;

/** Where it is: the address changes with its content, so that browsers may keep it for a year. */
export const styleAddress = `/kieu/${createHash('sha256').update(style).digest('hex').slice(0, 12)}.css`;
