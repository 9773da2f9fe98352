/// <reference types="vite/client" />

// antd's locale files are ESM in a package that does not say so, which Node's own resolution cannot describe.
declare module 'antd/es/locale/zh_CN' {
  const locale: import('antd/lib/locale/index.js').Locale;
  export default locale;
}
