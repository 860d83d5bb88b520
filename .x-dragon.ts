import { readFileSync } from 'node:fs';
import { solveNetwork, type NetworkMember } from './src/model/network';
import { presets } from './src/model/presets';
import { transported, type Transported } from './src/model/transported';
import { densityOfShape } from './src/model/propagate';
import { tierSettings, refinedSettings } from './src/model/tiers';
import { valueAt } from './src/solver/observe';
import { collisionRatePerMyrPerMb } from './src/physics/units';
import type { Species } from './src/physics/species';
const ref = '/work/shared/reference-nuclei/';
const which = process.argv[2] ?? 'cm', refine = Number(process.argv[3] ?? 0);
const rows = (f: string) => readFileSync(ref + f, 'utf8').split('\n').filter((l) => l && !l.startsWith('#')).map((l) => l.split(','));
const mass = 0.93827208;
const T = (p: number) => p * p / (Math.sqrt(p * p + mass * mass) + mass);
const beta = (p: number) => p / Math.hypot(p, mass);
const interp = (xs: number[], ys: number[], e: number) => { const x = Math.log(e); if (x <= xs[0]!) return ys[0]!; for (let i = 1; i < xs.length; i++) if (x <= xs[i]!) return ys[i-1]! + (ys[i]! - ys[i-1]!) * (x - xs[i-1]!) / (xs[i]! - xs[i-1]!); return ys.at(-1)!; };
const inel = new Map<number, { r: number; ys: number[] }>();
const ie = [0.01,0.03,0.1,0.3,1,3,10,30,100,1000].map(Math.log);
for (const r of rows('xs_inelastic.csv').slice(1)) if (/^\d/.test(r[0]!)) inel.set(+r[0]!, { r: +r[1]!, ys: r.slice(2).map(Number) });
const chan = new Map<string, { x: number[]; y: number[] }>();
for (const r of rows('xs_network_full.csv').slice(1)) { const k = r[0] + '-' + r[1]; const c = chan.get(k) ?? { x: [], y: [] }; c.x.push(Math.log(+r[2]!)); c.y.push(+r[3]! * (1 + 0.11 * +r[5]!)); chan.set(k, c); }
const S = new Map(rows('source_abundances.csv').slice(1).map((r) => [+r[0]!, +r[4]!]));
const file = rows(which + '.csv'); const names = file[0]!;
const el: Record<string, number> = { Li: 3, Be: 4, B: 5, C: 6, N: 7, O: 8, F: 9, Ne: 10, Na: 11, Mg: 12, Al: 13, Si: 14 };
const nuc = names.flatMap((n) => { const m = /^([A-Z][a-z]?)(\d+)$/.exec(n); return m && el[m[1]!] ? [{ id: n, Z: el[m[1]!]!, A: +m[2]! }] : []; });
const half: Record<string, [number, string]> = { Be10: [1.51, 'B10'], C14: [5730e-6, 'N14'], Al26: [0.91, 'Mg26'] };
nuc.sort((a, b) => b.A - a.A || (half[a.id] ? -1 : half[b.id] ? 1 : b.Z - a.Z));
const base = { ...presets[which.startsWith('thm') ? 'thm' : 'cm'].parameters, 'p.rhoCut': 1e8 } as any;
const p = transported(base, 'p');
const A1 = 2.31;
const grid = { ...p.grid, highestGeV: 1e6 };
const members: NetworkMember[] = nuc.map(({ id, Z, A }) => {
  const species: Species = { id: id as any, label: id, kind: 'nucleus', massGeV: mass, massNumber: A, chargeNumber: Z };
  const s = S.get(Z * 1000 + A) ?? 0;
  const x = inel.get(Z * 1000 + A)!;
  const d = half[id];
  const particle: Transported = { species, grid, givenGeV: [1e-2, 1e5], injection: s > 0 ? p.injection : null, strength: s * (A / Z) ** A1, cutoffGV: 1e8,
    inelasticRatePerMyrPerAtom: (q) => interp(ie, x.ys, T(q)) * (1 + 0.11 * x.r) * beta(q) * collisionRatePerMyrPerMb,
    decayRatePerMyr: d ? (q) => Math.LN2 / d[0] / Math.hypot(1, q / mass) : null };
  const channels = nuc.flatMap((o) => {
    const out: any[] = [];
    const c = chan.get(`${o.Z * 1000 + o.A}-${Z * 1000 + A}`);
    if (c && (o.A > A)) out.push({ parent: o.id, happens: 'in gas', ratePerMyr: (q: number) => interp(c.x, c.y, T(q)) * beta(q) * collisionRatePerMyrPerMb });
    const h = half[o.id]; if (h && h[1] === id) out.push({ parent: o.id, happens: 'anywhere', ratePerMyr: (q: number) => Math.LN2 / h[0] / Math.hypot(1, q / mass) });
    return out; });
  return { id, particle, channels };
});
const cellsOf: Transported = { ...p, species: { ...p.species, massNumber: 2 }, grid };
const settings = refinedSettings(tierSettings.settled, refine);
const t0 = performance.now();
let sol = solveNetwork({ parameters: base, members, settings, cellsOf });
const t1 = performance.now();
for (let i = 0; i < 3; i++) sol = solveNetwork({ parameters: { ...base, D0: base.D0 * (1 + 1e-3 * (i+1)) }, members, settings, cellsOf }, sol);
const t2 = performance.now();
sol = solveNetwork({ parameters: base, members, settings, cellsOf }, sol);
console.log('cold', t1 - t0, 'warm', (t2 - t1) / 3, [...sol.values()].map((s) => s.iterations).join(' '), 'orders', [...sol.values()].filter((s) => s.order === 1).length, 'cells', [...sol.values()][0]!.grid.momentum.count);
console.log('max logStep', [...sol].map(([id, s]) => id + ' ' + Math.max(...s.logStep.filter((_, k) => { const e = T(Math.exp(s.grid.momentum.centres[k]!)); return e > 0.1 && e < 1e5; }).map(Math.abs)).toFixed(3)).join(', '));
const E = [0.1, 0.316, 0.5, 1, 2, 3.16, 5, 10, 31.6, 100, 316, 1000, 1e4];
const nearest = (e: number) => file.slice(1).reduce((b, r) => Math.abs(Math.log(+r[0]! / e)) < Math.abs(Math.log(+b[0]! / e)) ? r : b);
const es = Float64Array.from(E.map((e) => +nearest(e)[0]!));
const flux = new Map([...sol].map(([id, s]) => {
  const shape = Float64Array.from({ length: s.grid.momentum.count }, (_, k) => Math.max(1e-6, valueAt(s.grid, s.g, k, 8.5, 0, s.plane)));
  return [id, densityOfShape('p', s.grid.momentum, s.weight, shape, es)] as const;
}));
const sum = (ids: string[]) => es.map((_, i) => ids.reduce((t, id) => t + flux.get(id)![i]!, 0));
const q: Record<string, Float64Array> = { C12: sum(['C12']), O16: sum(['O16']), Si28: sum(['Si28']), B10: sum(['B10']), B11: sum(['B11']), Be7: sum(['Be7']), Be9: sum(['Be9']), Be10: sum(['Be10']), Li6: sum(['Li6']), N14: sum(['N14']), N15: sum(['N15']) };
const C = sum(['C12', 'C13', 'C14']), B = sum(['B10', 'B11']), O = sum(['O16', 'O17', 'O18']), N = sum(['N14', 'N15']);
q['B/C'] = es.map((_, i) => B[i]! / C[i]!); q['N/O'] = es.map((_, i) => N[i]! / O[i]!); q['Be10/Be9'] = es.map((_, i) => q['Be10']![i]! / q['Be9']![i]!);
console.log('E', E.join(' '));
const c = names.indexOf('C12'), i10 = E.indexOf(10);
const k = +nearest(10)[c]! / q['C12']![i10]!;
for (const [n, v] of Object.entries(q)) {
  const col = names.indexOf(n); if (col < 0) continue;
  const f = n.includes('/') ? 1 : k;
  console.log(n.padEnd(9), E.map((e, i) => ((100 * (v[i]! * f / +nearest(e)[col]! - 1)).toFixed(2)).padStart(7)).join(''));
}
