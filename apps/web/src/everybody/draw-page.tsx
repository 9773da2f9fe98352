import type { DrawShown } from '@hujian/contract';
import { moment } from '../parts/words.ts';
import { DrawTable } from './draw-table.tsx';
import { Frame, Told, Waiting } from './frame.tsx';
import { useFetched } from './use-fetched.ts';
import { words as all } from './words.ts';

const words = all.draw;

/** A draw that anybody can check with a calculator. */
export function DrawPage({ token }: { token: string }) {
  const fetched = useFetched<DrawShown>(`/public/draws/${token}`);
  if (fetched.data === undefined) return <Waiting fetched={fetched} what={words.what} />;
  const draw = fetched.data;
  return (
    <Frame title={draw.title} what={`${draw.organization}${words.what}`}>
      <p>{words.lead(draw.organization, draw.count, draw.units.length)}</p>
      {draw.cancelled ? (
        <Told title={words.cancelled} alert>
          {words.cancelledLead}
        </Told>
      ) : null}
      <State draw={draw} />
      {draw.final === null ? null : <Result draw={draw} final={draw.final} />}
      <section>
        <h2>{words.how}</h2>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <dl>
          <Fact name={words.commitment} text={draw.commitment} code />
          <Fact name={words.seed} text={draw.seed ?? words.hidden} code={draw.seed !== null} />
          <Fact name={words.beaconRule} text={draw.beaconRule === '' ? words.beaconNone : draw.beaconRule} />
          {draw.beaconRule === '' ? null : (
            <Fact name={words.beacon} text={draw.beacon ?? words.hidden} code={draw.beacon !== null} />
          )}
        </dl>
        {draw.every === null ? null : <p>{words.every(draw.every)}</p>}
      </section>
      <section>
        <h2>{words.table}</h2>
        <DrawTable units={draw.units} />
      </section>
    </Frame>
  );
}

function State({ draw }: { draw: DrawShown }) {
  const committed = words.committed(moment(draw.committedAt));
  if (draw.drawnAt === null) {
    return (
      <Told title={words.notYet}>
        {committed}。{words.notYetLead}
      </Told>
    );
  }
  const when = `${committed}，${words.drawn(moment(draw.drawnAt))}。`;
  if (draw.differs === null || draw.differs.length === 0) {
    return (
      <Told title={words.checked} good>
        {when}
      </Told>
    );
  }
  return (
    <Told title={words.differs} alert>
      {when}
      {draw.differs.join('')}
    </Told>
  );
}

function Result({ draw, final }: { draw: DrawShown; final: readonly string[] }) {
  const names = new Map(draw.units.map(({ id, name }) => [id, name]));
  return (
    <section>
      <h2>{draw.overrides.length === 0 ? words.result : words.changed}</h2>
      <ul>
        {final.map((unit) => (
          <li key={unit}>{names.get(unit) ?? unit}</li>
        ))}
      </ul>
      {draw.overrides.length === 0 ? null : (
        <>
          <h3>{words.overrides}</h3>
          <ul>
            {draw.overrides.map(({ unit, act, reason }) => (
              <li key={`${unit} ${act}`}>
                {words[act]}
                {names.get(unit) ?? unit}：{reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Fact({ name, text, code = false }: { name: string; text: string; code?: boolean }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{code ? <code>{text}</code> : text}</dd>
    </div>
  );
}
