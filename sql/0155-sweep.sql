-- The nightly sweep removes sessions and one-time links that ended long ago; no policy lets anybody else.
grant delete on app.sessions, app.sign_in_links to portico_app;
