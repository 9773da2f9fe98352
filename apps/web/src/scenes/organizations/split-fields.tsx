import { Button, Checkbox, Form, Input } from 'antd';
import { words } from './words.ts';

const needed = (label: string) => [{ required: true, whitespace: true, message: words.needed(label) }];

/** Into which new organizations one is split, and whether it ends by it. */
export function SplitFields() {
  return (
    <>
      <p className="faint">{words.splitLead}</p>
      <Form.List name="into">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }, index) => (
              <div key={key} className="split-line">
                <Form.Item
                  name={[name, 'name']}
                  label={words.splitName(index + 1)}
                  rules={needed(words.name)}
                >
                  <Input maxLength={100} />
                </Form.Item>
                <Form.Item name={[name, 'code']} label={words.code} rules={needed(words.code)}>
                  <Input maxLength={60} />
                </Form.Item>
                {fields.length > 1 ? <Button onClick={() => remove(name)}>{words.splitDrop}</Button> : null}
              </div>
            ))}
            <Form.Item>
              <Button onClick={() => add({ name: '', code: '' })} disabled={fields.length >= 20}>
                {words.splitMore}
              </Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <Form.Item name="close" valuePropName="checked">
        <Checkbox>{words.splitClose}</Checkbox>
      </Form.Item>
    </>
  );
}
