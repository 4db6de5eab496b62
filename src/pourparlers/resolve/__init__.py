"""Who is who: inside an article, across articles, and in the authority data; and when things happened."""
