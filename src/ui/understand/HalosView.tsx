/** The two halos: how D changes with height, how far and how long particles go, and which halo feeds the Sun. */
import { useMemo, useState } from 'react';
import { electronLossAtSun, haloTimes } from '../../model/haloTimes';
import { diffusionLaw, windLaw } from '../../model/laws';
import { modelParameters } from '../../model/models';
import { type DiffusionLaw, diffusionSlope } from '../../physics/diffusion';
import { electronCoolingTimeMyr } from '../../physics/diffusionLength';
import {
  betaAtRigidity,
  electronDiffusionLengthKpc,
  equalSharesRigidityGV,
  escapeTimeMyr,
  firstBelow,
  quotedEnergyGeV,
  quotedLengthsKpc,
} from '../../physics/haloScales';
import { speciesTable } from '../../physics/species';
import { crossingRigidityGV, innerHaloShare } from '../../physics/twoZone';
import { windTimeMyr } from '../../physics/wind';
import { scientific } from '../../plot/hover';
import {
  diffusionCm2PerS,
  type HaloInput,
  hasTwoHalos,
  innerHaloKpc,
  lengthsFigure,
  profileFigure,
  rigidities,
  rigidityRangeGV,
  sharesFigure,
  timesFigure,
} from '../../plot/understand/haloFigures';
import { themeName } from '../../state/store';
import { useExplorer } from '../../state/useExplorer';
import { PlotFigure } from './PlotFigure';
import { TopicSlider } from './TopicSlider';
import './HalosView.css';

/** A rigidity or an energy as it is set: "10,000". */
function grouped(value: number): string {
  return value.toLocaleString('en');
}

interface RigidityProps {
  readonly rigidityGV: number;
  readonly onRigidity: (rigidityGV: number) => void;
}

/** Two digits: what a slider of five decades can set. */
function RigiditySlider({ rigidityGV, onRigidity }: RigidityProps) {
  const [lowest, highest] = rigidityRangeGV;
  return (
    <TopicSlider
      label="Rigidity"
      minimum={Math.log10(lowest)}
      maximum={Math.log10(highest)}
      step={0.05}
      value={Math.log10(rigidityGV)}
      text={`${grouped(rigidityGV)} GV`}
      onValue={(log) => onRigidity(Number((10 ** log).toPrecision(2)))}
      isSticky
    />
  );
}

interface Zone {
  readonly name: string;
  readonly law: DiffusionLaw;
  readonly zKpc: number;
  readonly quotedKpc: number;
}

function zonesOf(thm: DiffusionLaw, cm: DiffusionLaw): readonly Zone[] {
  return [
    { name: 'Inner halo, in the plane', law: thm, zKpc: 0, quotedKpc: quotedLengthsKpc.inner },
    { name: 'Outer halo', law: thm, zKpc: thm.halfThicknessKpc, quotedKpc: quotedLengthsKpc.outer },
    { name: 'Conventional', law: cm, zKpc: 0, quotedKpc: quotedLengthsKpc.conventional },
  ];
}

type Laws = Pick<HaloInput, 'thm' | 'cm'>;

function LengthNumbers({ thm, cm, rigidityGV }: Laws & { readonly rigidityGV: number }) {
  return (
    <table>
      <caption>How far an electron diffuses before it cools, √(2Dτ), in kpc</caption>
      <thead>
        <tr>
          <th scope="col">Halo</th>
          <th scope="col">At {quotedEnergyGeV} GeV, in the paper</th>
          <th scope="col">At {quotedEnergyGeV} GeV, now</th>
          <th scope="col">At {grouped(rigidityGV)} GeV, now</th>
        </tr>
      </thead>
      <tbody>
        {zonesOf(thm, cm).map(({ name, law, zKpc, quotedKpc }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{quotedKpc}</td>
            <td>{electronDiffusionLengthKpc(law, zKpc, quotedEnergyGeV).toFixed(2)}</td>
            <td>{scientific(electronDiffusionLengthKpc(law, zKpc, rigidityGV))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ProfileNumbers({ thm, cm, rigidityGV }: Laws & { readonly rigidityGV: number }) {
  return (
    <table>
      <caption>Diffusion at {grouped(rigidityGV)} GV</caption>
      <thead>
        <tr>
          <th scope="col">Halo</th>
          <th scope="col">Slope δ</th>
          <th scope="col">D (cm² s⁻¹)</th>
        </tr>
      </thead>
      <tbody>
        {zonesOf(thm, cm).map(({ name, law, zKpc }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{Number(diffusionSlope(law, zKpc).toPrecision(4))}</td>
            <td>{scientific(diffusionCm2PerS(law, zKpc, rigidityGV))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Profile({ input }: { readonly input: HaloInput }) {
  const { thm, rigidityGV } = input;
  const figure = useMemo(() => profileFigure(input), [input]);
  return (
    <section aria-labelledby="halos-profile">
      <h3 id="halos-profile">How fast they diffuse: D and its slope δ with height</h3>
      <PlotFigure
        figure={figure}
        label={`Diffusion coefficient of protons and its slope with height at ${rigidityGV} GV, in both models`}
        height={340}
      />
      <p>
        {hasTwoHalos(thm)
          ? `The inner halo reaches up to ξL = ${scientific(innerHaloKpc(thm))} kpc. `
          : 'With these parameters the diffusion is the same at every height. '}
        At {scientific(thm.referenceRigidityGV)} GV, the reference rigidity ρ₀, D is the same at every height;
        above it the halo with the larger δ is the faster one, below it the slower one.
      </p>
      <ProfileNumbers thm={thm} cm={input.cm} rigidityGV={rigidityGV} />
    </section>
  );
}

function Shares({ input }: { readonly input: HaloInput }) {
  const { thm, rigidityGV } = input;
  const figure = useMemo(() => sharesFigure(input), [input]);
  const inner = 100 * innerHaloShare(thm, rigidityGV);
  const crossing = equalSharesRigidityGV(thm);
  const step = crossingRigidityGV(thm);
  return (
    <section aria-labelledby="halos-shares">
      <h3 id="halos-shares">Which halo feeds the Sun: the two terms of Eq. 4</h3>
      <PlotFigure
        figure={figure}
        label="Share of each halo in the density at the Sun against rigidity"
        height={300}
      />
      <p>
        The density in the plane is the sum of ξ ρ<sup>−ν−δ</sup>, owed to the inner halo, and (1−ξ) ρ
        <sup>−ν−δ−Δ</sup>, owed to the outer one (a thin disc of sources, diffusion alone).{' '}
        {thm.Delta > 0 && 'The second falls faster.'} At {grouped(rigidityGV)} GV the inner halo gives{' '}
        <strong>{inner.toFixed(0)} %</strong>, the outer halo <strong>{(100 - inner).toFixed(0)} %</strong>.
      </p>
      {Number.isFinite(crossing) ? (
        <p>
          Both give the same at <strong>{scientific(crossing)} GV</strong>
          {thm.profile === 'smooth' && (
            <>
              ; with a sharp step in place of the smooth profile it would be {scientific(step)} GV, which is
              ρ₀ [(1−ξ)/ξ]<sup>1/Δ</sup>
            </>
          )}
          .{' '}
          {thm.Delta > 0 &&
            'The turn from one to the other takes decades in rigidity: the spectrum hardens without a break.'}
        </p>
      ) : (
        <p>With these parameters both halos have the same slope, and their shares never change.</p>
      )}
    </section>
  );
}

function coolsFrom(energyGeV: number | null): string {
  if (energyGeV === null) return 'at no energy shown';
  return energyGeV <= rigidityRangeGV[0]
    ? `at every energy from ${rigidityRangeGV[0]} GeV`
    : `from ${scientific(energyGeV)} GeV`;
}

function Scales({ input }: { readonly input: HaloInput }) {
  const parameters = useExplorer((state) => state.parameters);
  const { thm, cm, rigidityGV } = input;
  const times = useMemo(
    () => haloTimes({ thm, cm }, electronLossAtSun(parameters), rigidities),
    [thm, cm, parameters],
  );
  const lengths = useMemo(() => lengthsFigure(input), [input]);
  const windMyr = windTimeMyr(windLaw(parameters), parameters.L);
  const figure = useMemo(() => timesFigure(input, times, windMyr), [input, times, windMyr]);
  const beta = betaAtRigidity(speciesTable['e-'], rigidityGV);
  const lossAtSun = electronLossAtSun(parameters)(rigidityGV);
  const thmCools = firstBelow(rigidities, times.cooling, times.escapeThm);
  return (
    <>
      <section aria-labelledby="halos-lengths">
        <h3 id="halos-lengths">How far electrons get</h3>
        <PlotFigure
          figure={lengths}
          label="Diffusion length of electrons in each halo against energy"
          height={320}
        />
        <p>
          The length is √(2Dτ) with the paper's cooling time τ = {electronCoolingTimeMyr(quotedEnergyGeV)} Myr
          (E/
          {quotedEnergyGeV} GeV)<sup>−1</sup>; it falls as E<sup>(δ−1)/2</sup>. Where it is below ξL, most
          electrons that reach the Sun have never left the inner halo.
        </p>
        <LengthNumbers thm={thm} cm={cm} rigidityGV={rigidityGV} />
      </section>
      <section aria-labelledby="halos-times">
        <h3 id="halos-times">How long: escape against losses</h3>
        <PlotFigure
          figure={figure}
          label="Escape time and loss time of electrons against energy"
          height={320}
        />
        <p>
          The escape time is the mean time by diffusion from the plane to the edge, ∫ z/D dz from 0 to L: in a
          uniform halo L²/(2D). It is a scale; protons of the same rigidity have the same one. At{' '}
          {grouped(rigidityGV)} GeV it is {scientific(escapeTimeMyr(thm, rigidityGV, beta))} Myr with two
          halos and {scientific(escapeTimeMyr(cm, rigidityGV, beta))} Myr in the conventional one; an electron
          cools in {scientific(electronCoolingTimeMyr(rigidityGV))} Myr by the paper's estimate and{' '}
          {Number.isFinite(lossAtSun) ? `in ${scientific(lossAtSun)} Myr` : 'never'} by the losses that are
          switched on, taken in the plane at the Sun, where gas and field are stronger than farther out.
          {Number.isFinite(windMyr) &&
            ` The wind alone would carry it from the plane to the edge in ${scientific(windMyr)} Myr.`}
        </p>
        <p>
          By the paper's estimate electrons cool before they escape {coolsFrom(thmCools)} with two halos, and{' '}
          {coolsFrom(firstBelow(rigidities, times.cooling, times.escapeCm))} in the conventional model.
          {thmCools !== null &&
            hasTwoHalos(thm) &&
            thm.Delta > 0 &&
            ' That is why their spectrum hardens as a whole rather than at one energy.'}
        </p>
      </section>
    </>
  );
}

export function HalosView() {
  const parameters = useExplorer((state) => state.parameters);
  const theme = useExplorer(themeName);
  const [rigidityGV, setRigidity] = useState(1000);
  const laws = useMemo(
    () => ({ thm: diffusionLaw(parameters), cm: diffusionLaw(modelParameters('cm', parameters)) }),
    [parameters],
  );
  const input = useMemo(() => ({ ...laws, rigidityGV, theme }), [laws, rigidityGV, theme]);
  return (
    <div className="halos">
      <h2>Two halos: where does diffusion change?</h2>
      <p>
        Near the plane D grows slowly with rigidity, farther out it grows fast. What the Sun sees at a
        rigidity depends on which of the two holds the particles back.
      </p>
      <RigiditySlider rigidityGV={rigidityGV} onRigidity={setRigidity} />
      <Profile input={input} />
      <Shares input={input} />
      <Scales input={input} />
    </div>
  );
}
