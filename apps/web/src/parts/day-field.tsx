import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';

dayjs.locale('zh-cn');

interface DayFieldProps {
  value?: string | null | undefined;
  onChange?: (day: string | null) => void;
  id?: string;
  label?: string;
  clearable?: boolean;
  /** The last day that may be chosen. */
  until?: string | undefined;
}

/** A calendar day as 'YYYY-MM-DD'; can be typed as well as picked. */
export function DayField({ value, onChange, id, label, clearable = true, until }: DayFieldProps) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      value={value === null || value === undefined || value === '' ? null : dayjs(value)}
      onChange={(picked) => onChange?.(picked === null ? null : dayjs(picked).format('YYYY-MM-DD'))}
      format={['YYYY年M月D日', 'YYYY-MM-DD', 'YYYY.M.D', 'YYYYMMDD']}
      onKeyDown={(event) => {
        // Enter takes the typed day; it must not send the form around it.
        if (event.key === 'Enter') event.preventDefault();
      }}
      allowClear={clearable}
      {...(until === undefined ? {} : { maxDate: dayjs(until) })}
      placeholder="选择日期"
      style={{ width: '100%', minWidth: 168 }}
    />
  );
}
