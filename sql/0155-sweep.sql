-- The nightly sweep removes sessions and one-time links that ended long ago; nobody else removes any.
grant delete on app.sessions, app.sign_in_links to portico_app;
create policy sessions_sweep on app.sessions as restrictive for delete to portico_app using ((select app.is_system()));
create policy sign_in_links_sweep on app.sign_in_links as restrictive for delete to portico_app
  using ((select app.is_system()));
