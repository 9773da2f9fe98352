import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider, App as Feedback } from 'antd';
import locale from 'antd/es/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './api/client.ts';
import { meQuery } from './api/me.ts';
import { createWebRouter } from './router.tsx';
import { theme } from './theme.ts';
import './main.css';

const client = createClient((reason) => {
  const { pathname, href } = router.state.location;
  if (['/sign-in', '/enrol', '/first'].includes(pathname)) return;
  // Who was never signed in is led to the sign-in by the router.
  if (client.getQueryData(meQuery.queryKey) === undefined) return;
  if (reason === 'totp-required') void router.navigate({ to: '/enrol' });
  else void router.navigate({ to: '/sign-in', search: { from: href, why: 'ended' } });
});
const router = createWebRouter(client);

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
createRoot(place).render(
  <StrictMode>
    <ConfigProvider
      locale={locale}
      theme={theme}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <Feedback message={{ maxCount: 2 }}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Feedback>
    </ConfigProvider>
  </StrictMode>,
);
