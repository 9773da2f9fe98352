import { Form, Input } from 'antd';
import { words } from './words.ts';

const least = 10;

/** A new password, entered twice. */
export function PasswordFields() {
  return (
    <>
      <Form.Item
        name="password"
        label={words.password}
        extra={words.passwordRule}
        rules={[
          { required: true, message: words.needPassword },
          { min: least, message: words.passwordShort },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={words.passwordAgain}
        dependencies={['password']}
        rules={[
          { required: true, message: words.needPassword },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === undefined || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(words.passwordDiffers)),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}
