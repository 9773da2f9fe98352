import type { Draft, DraftWorkItem } from '@hujian/contract';
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Drawer, Form, Input, InputNumber, Popconfirm, Select } from 'antd';
import { Problem } from '../../../api/door.ts';
import { strictnessWords, supplyWords } from '../../../parts/words.ts';
import { Wrong } from '../../../parts/wrong.tsx';
import type { Decisions } from '../use-decisions.ts';
import { words } from '../words.ts';
import { itemsOf } from '../work.ts';

/** An item to change by its key, or a new one for a chapter, perhaps out of a paragraph that was left over. */
export type ItemTarget = { item: string } | { chapter: number; left?: number };

interface ItemDrawerProps {
  draft: Draft;
  decisions: Decisions;
  target: ItemTarget | null;
  onClose: () => void;
}

/** The facts of an item: what stands above its checks. */
export function ItemDrawer({ draft, decisions, target, onClose }: ItemDrawerProps) {
  const item =
    target !== null && 'item' in target
      ? itemsOf(draft.work).find((one) => one.key === target.item)
      : undefined;
  return (
    <Drawer
      open={target !== null}
      onClose={onClose}
      size="min(560px, 100vw)"
      title={item === undefined ? words.newItem : words.itemTitle(item.number)}
      destroyOnHidden
      mask={{ closable: false }}
    >
      {target === null ? null : (
        <ItemForm draft={draft} decisions={decisions} target={target} item={item} onClose={onClose} />
      )}
    </Drawer>
  );
}

type Facts = Pick<
  DraftWorkItem,
  'code' | 'number' | 'title' | 'text' | 'points' | 'strictness' | 'veto' | 'supplies'
>;
interface Filled extends Partial<Facts> {
  title: string;
  chapter?: number;
}

const names = ['code', 'number', 'title', 'text', 'points', 'strictness', 'supplies', 'veto'] as const;

/** Only what was filled; an emptied supplier is said, an emptied number or text of points is not. */
function factsOf(filled: Filled) {
  const { code, number, title, text, points, strictness, veto, supplies } = filled;
  return {
    title,
    ...(code === undefined || code === '' ? {} : { code }),
    ...(number === undefined || number === '' ? {} : { number }),
    ...(text === undefined ? {} : { text }),
    ...(typeof points !== 'number' ? {} : { points }),
    ...(strictness === undefined ? {} : { strictness }),
    ...(veto === undefined ? {} : { veto }),
    supplies: supplies ?? null,
  };
}

interface ItemFormProps extends Omit<ItemDrawerProps, 'target'> {
  target: ItemTarget;
  item: DraftWorkItem | undefined;
}

function ItemForm({ draft, decisions, target, item, onClose }: ItemFormProps) {
  const { work } = draft;
  const left = 'left' in target && target.left !== undefined ? work.left[target.left] : undefined;
  const save = useMutation({
    mutationFn: (filled: Filled) => {
      const facts = factsOf(filled);
      if ('item' in target) return decisions.send({ do: 'change-item', item: target.item, set: facts });
      const from = target.left === undefined ? {} : { left: target.left };
      return decisions.send({
        do: 'add-item',
        chapter: filled.chapter ?? target.chapter,
        item: facts,
        ...from,
      });
    },
    onSuccess: onClose,
  });
  const remove = useMutation({
    mutationFn: (key: string) => decisions.send({ do: 'remove-item', item: key }),
    onSuccess: onClose,
  });
  const issues = save.error instanceof Problem ? save.error.issues : [];
  const field = (name: (typeof names)[number] | 'chapter') => {
    const issue = issues.find((one) => one.path.split(/[./]/).includes(name))?.message;
    return {
      name,
      label: words.fields[name],
      ...(issue === undefined ? {} : { help: issue, validateStatus: 'error' as const }),
    };
  };
  const initial: Partial<Filled> = item ?? {
    title: left?.text.replace(/\s+/g, '').slice(0, 40) ?? '',
    text: left?.text ?? '',
    strictness: 'must',
    veto: false,
    points: 0,
    ...('chapter' in target ? { chapter: target.chapter } : {}),
  };
  return (
    <Form<Filled> layout="vertical" initialValues={initial} onFinish={(filled) => save.mutate(filled)}>
      {item === undefined && work.chapters.length > 1 ? (
        <Form.Item {...field('chapter')}>
          <Select
            options={work.chapters.map((chapter, value) => ({
              value,
              label: `${chapter.number}　${chapter.title}`,
            }))}
          />
        </Form.Item>
      ) : null}
      <div className="item-fields">
        <Form.Item {...field('number')}>
          <Input maxLength={24} />
        </Form.Item>
        <Form.Item {...field('points')}>
          <InputNumber min={0} max={10_000} suffix="分" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item {...field('code')} extra={words.fields.codeLead} className="item-wide">
          <Input maxLength={24} />
        </Form.Item>
      </div>
      <Form.Item
        {...field('title')}
        rules={[{ required: true, whitespace: true, message: words.needed(words.fields.title) }]}
      >
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item {...field('text')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={20_000} />
      </Form.Item>
      <div className="item-fields">
        <Form.Item {...field('strictness')}>
          <Select options={choices(strictnessWords)} />
        </Form.Item>
        <Form.Item {...field('supplies')}>
          <Select allowClear options={choices(supplyWords)} />
        </Form.Item>
      </div>
      <Form.Item name="veto" valuePropName="checked">
        <Checkbox>{words.fields.veto}</Checkbox>
      </Form.Item>
      <Wrong error={save.error ?? remove.error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {words.save}
        </Button>
        <Button onClick={onClose}>{words.cancel}</Button>
        {item === undefined ? null : (
          <Popconfirm title={words.removeItemAsk} onConfirm={() => remove.mutate(item.key)}>
            <Button danger loading={remove.isPending} className="push-right">
              {words.removeItem}
            </Button>
          </Popconfirm>
        )}
      </div>
    </Form>
  );
}

const choices = (of: Record<string, string>) =>
  Object.entries(of).map(([value, label]) => ({ value, label }));
