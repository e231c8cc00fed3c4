import { createHash } from 'node:crypto';

/**
 * What keeps a board alive that nobody touches. Once a minute it fetches the page anew and keeps a copy; it turns the leaves;
 * it tells how old what it shows is by this machine's own clock, and after two hours it takes the codes away: by then they
 * are no news. A clock that was set back knows no age, so it counts as old. Nothing newer than Chrome 109.
 */
export const boardScript = `(()=>{
const minute=6e4,name='bang '+location.pathname,one=q=>document.querySelector(q),all=q=>[...document.querySelectorAll(q)];
let last=Date.now(),turn=0;
try{last=Number(localStorage.getItem(name))||last}catch{}
const show=()=>{
const age=Date.now()-last,known=age>=0,lost=!known||age>3*minute,old=!known||age>120*minute;
all('[data-khi]').forEach(e=>{e.hidden={con:lost,mat:!lost||old,cu:!old,moi:old}[e.dataset.khi]});
one('#gio').textContent=known?new Date(Number(one('main').dataset.luc)+age+7*60*minute).toISOString().slice(11,16):'';
};
const leaf=by=>{turn+=by;for(const kind of ['ma','trang']){const of=all('[data-lat='+kind+']');of.forEach((e,i)=>{e.hidden=i!==turn%of.length})}};
const ask=async()=>{
try{
const answer=await fetch(location.pathname,{cache:'no-store',signal:AbortSignal.timeout(15e3)});
if(!answer.ok)throw answer;
const copy=answer.clone(),page=new DOMParser().parseFromString(await answer.text(),'text/html');
if(page.querySelector('main').dataset.ban!==one('main').dataset.ban)return location.reload();
document.body.replaceChildren(...page.body.children);
last=Date.now();leaf(0);
try{localStorage.setItem(name,String(last))}catch{}
const kept=await caches.open('bang');
await kept.put(location.pathname,copy);
for(const url of all('link[rel=stylesheet],script[src],img').map(e=>e.href||e.src))if(!await kept.match(url))await kept.add(url);
}catch{}
show();
};
try{navigator.serviceWorker.register(location.pathname+'/giu.js',{scope:location.pathname})}catch{}
ask();setInterval(ask,minute);setInterval(()=>leaf(1),15e3);setInterval(show,1e4);
})();
`;

/** What answers for the board after its browser was started anew without a network, or while our side fails: the copy that was kept. */
export const boardKeeper = `addEventListener('install',()=>skipWaiting());
addEventListener('activate',e=>e.waitUntil(clients.claim()));
addEventListener('fetch',e=>{
const page=e.request.mode==='navigate';
if(!page&&!['style','script','image'].includes(e.request.destination))return;
const kept=()=>caches.match(e.request,{ignoreSearch:page});
e.respondWith(fetch(e.request,{signal:AbortSignal.timeout(15e3)}).then(
async answer=>answer.status<500?answer:await kept()||answer,
async()=>await kept()||Response.error()));
});
`;

/** Which build a board runs: another one makes it load itself anew. */
export const boardBuild = createHash('sha256').update(boardScript).digest('hex').slice(0, 12);
