import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Toasts } from '../components/Toasts.tsx';
import { SessionProvider } from '../session/me.tsx';
import { createQueries } from '../session/queries.ts';
import { createAppRouter } from './router.ts';

const queries = createQueries();
const router = createAppRouter();

export function App() {
  return (
    <QueryClientProvider client={queries}>
      <SessionProvider>
        <Toasts>
          <RouterProvider router={router} />
        </Toasts>
      </SessionProvider>
    </QueryClientProvider>
  );
}
