import { Form, type FormInstance, InputNumber } from 'antd';
import { type Fields, sumOf } from './filled.ts';
import { words } from './words.ts';

const shares = [
  ['standing', words.standingShare],
  ['rating', words.ratingShare],
  ['poll', words.pollShare],
] as const;

/** Three shares in percent with their sum beside them. */
export function WeightsFields({ form }: { form: FormInstance<Fields> }) {
  const weights = Form.useWatch('weights', form);
  const sum = sumOf(weights);
  return (
    <>
      <p className="faint">{words.weightsLead}</p>
      <div className="round-fields round-fields-narrow">
        {shares.map(([name, label]) => (
          <Form.Item
            key={name}
            name={['weights', name]}
            label={label}
            rules={[
              { required: true, message: words.needed(label) },
              ({ getFieldValue }) => ({
                validator: () => {
                  if (name === 'rating' && sumOf(getFieldValue('weights')) !== 100)
                    return Promise.reject(new Error(words.weightsWrong));
                  if (
                    name === 'standing' &&
                    (getFieldValue('standingEdition') ?? null) === null &&
                    getFieldValue(['weights', 'standing']) > 0
                  )
                    return Promise.reject(new Error(words.standingShareNeedsEdition));
                  return Promise.resolve();
                },
              }),
            ]}
          >
            <InputNumber<number> min={0} max={100} suffix="%" style={{ width: '100%' }} />
          </Form.Item>
        ))}
        <p
          className={sum === 100 ? 'round-sum round-sum-right' : 'round-sum round-sum-wrong'}
          role="status"
          aria-live="polite"
        >
          {words.weightsSum(sum)}
        </p>
      </div>
      <Form.Item
        name={['weights', 'basically']}
        label={words.basicallyShare}
        extra={words.basicallyLead}
        rules={[{ required: true, message: words.needed(words.basicallyShare) }]}
      >
        <InputNumber<number> min={0} max={100} suffix="%" style={{ width: 140 }} />
      </Form.Item>
    </>
  );
}
