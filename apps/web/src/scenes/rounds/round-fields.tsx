import type { RoundSuggested } from '@hujian/contract';
import { AutoComplete, Form, type FormInstance, Input, Radio, Select } from 'antd';
import { DayField } from '../../parts/day-field.tsx';
import { Section } from '../../parts/page.tsx';
import { type Fields, itemsOf } from './filled.ts';
import { ItemsField } from './items-field.tsx';
import { SettingFields } from './setting-fields.tsx';
import { WeightsFields } from './weights-fields.tsx';
import { words } from './words.ts';

interface RoundFieldsProps {
  form: FormInstance<Fields>;
  suggested: RoundSuggested;
  /** The plan is published: edition, items and weights stay as they are. */
  fast: boolean;
}

const needed = (label: string) => [{ required: true, message: words.needed(label) }];

export function RoundFields({ form, suggested, fast }: RoundFieldsProps) {
  return (
    <>
      <Section title={words.basics}>
        <Basics suggested={suggested} />
      </Section>
      {fast ? null : (
        <>
          <Section title={words.what}>
            <What form={form} suggested={suggested} />
          </Section>
          <Section title={words.weights}>
            <WeightsFields form={form} />
          </Section>
        </>
      )}
      <Section title={words.who}>
        <SettingFields form={form} fast={fast} />
      </Section>
    </>
  );
}

function Basics({ suggested }: { suggested: RoundSuggested }) {
  return (
    <div className="round-fields">
      <Form.Item
        name="title"
        label={words.roundTitle}
        rules={[{ required: true, whitespace: true, message: words.needed(words.roundTitle) }]}
        className="round-field-wide"
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="theme" label={words.theme} rules={needed(words.theme)}>
        <AutoComplete options={suggested.themes.map((value) => ({ value }))} maxLength={80} />
      </Form.Item>
      <Form.Item name="sort" label={words.sort}>
        <Radio.Group
          options={(['first', 'themed'] as const).map((value) => ({ value, label: words.sorts[value] }))}
        />
      </Form.Item>
      <Form.Item name="cadence" label={words.cadence}>
        <Select
          options={(['quarter', 'half-year', 'special'] as const).map((value) => ({
            value,
            label: words.cadences[value],
          }))}
        />
      </Form.Item>
      <Form.Item name="periodFrom" label={words.periodFrom} rules={needed(words.periodFrom)}>
        <DayField clearable={false} />
      </Form.Item>
      <Form.Item name="periodUntil" label={words.periodUntil} rules={needed(words.periodUntil)}>
        <DayField clearable={false} />
      </Form.Item>
    </div>
  );
}

function What({ form, suggested }: { form: FormInstance<Fields>; suggested: RoundSuggested }) {
  const edition = Form.useWatch('edition', form) ?? suggested.body.edition;
  const items = itemsOf(suggested, edition);
  return (
    <>
      <div className="round-fields">
        <Form.Item
          name="edition"
          label={words.edition}
          extra={words.editionLead}
          rules={needed(words.edition)}
          className="round-field-wide"
        >
          <Select
            options={suggested.editions.map((one) => ({ value: one.id, label: one.title }))}
            popupMatchSelectWidth={false}
            onChange={(next: string) =>
              form.setFieldValue(
                'items',
                itemsOf(suggested, next).map((item) => item.code),
              )
            }
          />
        </Form.Item>
        <Form.Item name="standingEdition" label={words.standingEdition} className="round-field-wide">
          <Select
            allowClear
            placeholder={words.standingNone}
            onClear={() => form.setFieldValue('standingEdition', null)}
            options={suggested.standingEditions.map((one) => ({ value: one.id, label: one.title }))}
            popupMatchSelectWidth={false}
          />
        </Form.Item>
      </div>
      <Form.Item
        name="items"
        label={words.items}
        rules={[{ type: 'array', required: true, min: 1, message: words.itemsNeeded }]}
      >
        <ItemsField items={items} />
      </Form.Item>
    </>
  );
}
