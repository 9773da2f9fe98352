import { Form, type FormInstance, InputNumber, Radio } from 'antd';
import { DaysField } from './days-field.tsx';
import type { Fields } from './filled.ts';
import { words } from './words.ts';

const choices = ['all', 'direct', 'risk', 'draw'] as const;

/** How the visited are chosen, on which days, by how many. */
export function SettingFields({ form, fast }: { form: FormInstance<Fields>; fast: boolean }) {
  const choice = Form.useWatch(['setting', 'choice'], form);
  const from = Form.useWatch('periodFrom', form);
  const until = Form.useWatch('periodUntil', form);
  const some = choice === 'risk' || choice === 'draw';
  return (
    <>
      {fast ? null : (
        <Form.Item name={['setting', 'choice']} label={words.choice}>
          <Radio.Group className="round-choices">
            {choices.map((value) => (
              <Radio key={value} value={value}>
                {words.choices[value]}
                <span className="faint round-choice-lead">{words.choiceLeads[value]}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      )}
      <div className="round-fields round-fields-narrow">
        {some && !fast ? (
          <>
            <Form.Item name={['setting', 'count']} label={words.count} extra={words.countLead}>
              <InputNumber<number> min={1} max={5000} precision={0} suffix="个" style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name={['setting', 'every']} label={words.every} extra={words.everyLead}>
              <InputNumber<number> min={1} max={20} precision={0} suffix="轮" style={{ width: '100%' }} />
            </Form.Item>
          </>
        ) : null}
        <Form.Item
          name={['setting', 'perVisit']}
          label={words.perVisit}
          extra={words.perVisitLead}
          rules={[{ required: true, message: words.needed(words.perVisit) }]}
        >
          <InputNumber<number> min={3} max={20} precision={0} suffix="人" style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item
          name={['setting', 'perDay']}
          label={words.perDay}
          rules={[{ required: true, message: words.needed(words.perDay) }]}
        >
          <InputNumber<number> min={1} max={20} precision={0} suffix="个" style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item
        name={['setting', 'days']}
        label={words.days}
        rules={[
          { type: 'array', required: true, min: 1, message: words.daysNeeded },
          ({ getFieldValue }) => ({
            validator: (_, days: string[] = []) => {
              const outside = days.filter(
                (day) => day < getFieldValue('periodFrom') || day > getFieldValue('periodUntil'),
              );
              return outside.length === 0
                ? Promise.resolve()
                : Promise.reject(new Error(words.daysOutside(outside.length)));
            },
          }),
        ]}
      >
        <DaysField from={from} until={until} />
      </Form.Item>
    </>
  );
}
