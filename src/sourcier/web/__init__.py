"""The local web page: HTML from the server, a little JavaScript that only adds, no request to anywhere."""
