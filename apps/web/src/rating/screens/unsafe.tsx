/** Without a safe address the browser neither seals what is kept nor opens without a signal. */
export function Unsafe() {
  const plain = location.protocol === 'http:';
  return (
    <main className="page narrow">
      <h1>现在不能在这里评议</h1>
      {plain ? (
        <>
          <p>
            本页的地址是 <b>{location.origin}</b>，不是安全地址（以 https:// 开头）。
            在不安全的地址上，浏览器不能加密保存您的评分，没有信号时也打不开。
          </p>
          <p>怎么办：</p>
          <ol>
            <li>
              把地址开头改成 <b>https://</b> 再打开：<b>https://{location.host}/rating</b>
            </li>
            <li>还打不开，请把这一页给县（乡镇）的系统管理员看：服务器需要配上 https 证书。</li>
            <li>今天来不及，请先用纸质评议表，回来后由工作人员补录。</li>
          </ol>
        </>
      ) : (
        <p>这个浏览器太旧，或者开着“无痕”模式。请换手机自带的浏览器（系统更新到近三年的版本）再打开本页。</p>
      )}
    </main>
  );
}
