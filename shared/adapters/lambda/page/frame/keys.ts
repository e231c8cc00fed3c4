import { createHash } from 'node:crypto';

/**
 * `j` and `k` go from one row's act to the next, `/` to the search; Enter is the browser's own. Whoever types in a field or holds a
 * key down with it types. Nothing else of a page needs it, and `?phim=tat` leaves it out (WCAG 2.2, 2.1.4).
 */
export const keys = `document.addEventListener('keydown',e=>{
if(e.ctrlKey||e.altKey||e.metaKey||/^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName))return;
if(e.key==='/'){e.preventDefault();location.assign('/ho-so');return}
const d={j:1,k:-1}[e.key];if(!d)return;
const a=[...document.querySelectorAll('.row>.b')],at=a.findIndex(b=>b.closest('.row').contains(document.activeElement));
const to=a[at<0?0:Math.min(Math.max(at+d,0),a.length-1)];if(to){to.focus();to.scrollIntoView({block:'nearest'})}
});
`;

/** Where it is: the address changes with its content. */
export const keysAddress = `/kieu/${createHash('sha256').update(keys).digest('hex').slice(0, 12)}.js`;
