import type { Draft, DraftProposal } from '@hujian/contract';
import { memo } from 'react';
import { words } from '../words.ts';
import { proposalKey } from '../work.ts';
import type { ItemActions } from './chapter-block.tsx';

interface ProposalRowProps extends Pick<ItemActions, 'decide' | 'onChoose' | 'onChange'> {
  itemKey: string;
  proposal: DraftProposal;
  told: Draft['checks'][string] | undefined;
  chosen: boolean;
  open: boolean;
}

/** One sentence, the words it comes from, and the four things that can be made of it. */
export const ProposalRow = memo(function ProposalRow(props: ProposalRowProps) {
  const { itemKey, proposal, told, chosen, open, decide, onChoose, onChange } = props;
  const key = proposalKey(itemKey, proposal.id);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k choose by keyboard, and every deed has its button
    <li
      id={`proposal-${key}`}
      className={`proposal proposal-${proposal.state}${chosen ? ' proposal-chosen' : ''}`}
      aria-current={chosen}
      onClick={() => onChoose(key, false)}
    >
      <div className="proposal-line">
        <span className="proposal-state">{words.proposalStates[proposal.state]}</span>
        <strong>{told?.sentence ?? proposal.sentence}</strong>
      </div>
      {proposal.words === '' ? null : <q className="proposal-words">{proposal.words}</q>}
      <div className="faint proposal-facts">
        {told === undefined ? null : (
          <span>
            {words.formula}：{told.formula}
          </span>
        )}
        {told?.bound === null || told === undefined ? null : (
          <span>
            {words.bound}：{told.bound}
          </span>
        )}
        {proposal.movement === undefined ? null : (
          <span>
            {words.movement}：“{proposal.movement}”
          </span>
        )}
      </div>
      {proposal.why === null ? null : (
        <p className="draft-doubt">
          {words.why}：{proposal.why}
        </p>
      )}
      {told?.errors.map((error) => (
        <p key={error} className="draft-wrong">
          {error}
        </p>
      ))}
      {open ? <Deeds itemKey={itemKey} proposal={proposal} decide={decide} onChange={onChange} /> : null}
    </li>
  );
});

type DeedsProps = Pick<ProposalRowProps, 'itemKey' | 'proposal' | 'decide' | 'onChange'>;

/** Pressing what is chosen already takes it back. */
function Deeds({ itemKey, proposal, decide, onChange }: DeedsProps) {
  const { state, id, check } = proposal;
  const accepted = state === 'accepted' || state === 'changed';
  const set = (next: 'accepted' | 'on-site' | 'dropped', pressed: boolean) =>
    decide({ do: 'decide', item: itemKey, proposal: id, state: pressed ? 'proposed' : next });
  const deed = (name: string, pressed: boolean, act: () => void, disabled = false, title?: string) => (
    <button
      type="button"
      className="deed"
      aria-pressed={pressed}
      disabled={disabled}
      title={title}
      onClick={act}
    >
      {name}
    </button>
  );
  return (
    <fieldset className="deeds" aria-label={proposal.sentence}>
      {deed(
        words.accept,
        accepted,
        () => set('accepted', accepted),
        check === null,
        check === null ? words.needsCheck : undefined,
      )}
      {deed(words.change, state === 'changed', () => onChange({ item: itemKey, proposal: id }))}
      {deed(words.onSite, state === 'on-site', () => set('on-site', state === 'on-site'))}
      {deed(words.dropOne, state === 'dropped', () => set('dropped', state === 'dropped'))}
    </fieldset>
  );
}
