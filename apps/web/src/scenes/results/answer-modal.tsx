import type { ResultFull } from '@hujian/contract';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { answerObjection } from '../../api/results.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { useResultChange } from './use-result-change.ts';
import { words } from './words.ts';

interface Filled {
  upheld: boolean;
  answer: string;
}

/** The holder's answer; who objected reads it with his code. */
export function AnswerModal({ objection }: { objection: ResultFull['objections'][number] }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const change = useResultChange({
    save: ({ upheld, answer }: Filled) => answerObjection(objection.id, { upheld, answer: answer.trim() }),
    done: words.answerDone,
    onDone: close,
  });
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {words.answer}
      </Button>
      <Modal open={open} title={words.answerTitle} onCancel={close} footer={null} destroyOnHidden>
        <Form<Filled> layout="vertical" onFinish={change.mutate}>
          <p className="result-own-words">{objection.about}</p>
          <Form.Item
            name="upheld"
            label={words.upheld}
            extra={words.upheldLead}
            rules={[{ required: true, message: words.needed(words.upheld) }]}
          >
            <Radio.Group
              options={[
                { value: true, label: words.upheldYes },
                { value: false, label: words.upheldNo },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="answer"
            label={words.answerText}
            extra={words.answerLead}
            rules={[{ required: true, whitespace: true, message: words.needed(words.answerText) }]}
          >
            <Input.TextArea rows={5} maxLength={2000} />
          </Form.Item>
          <Wrong error={change.error} />
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {words.answer}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
