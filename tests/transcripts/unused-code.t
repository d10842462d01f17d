No code that is not needed is in an image.

  $ . "$TESTDIR/helpers.sh"
  $ (example tutorial/hello && mirage configure -t unix && make) >/dev/null
  Building hello for unix...
  $ (example device-usage/prng && mirage configure -t unix && make) >/dev/null
  Building prng for unix...
  $ has() { nm "$1" | grep -q " [TtRrDdBb] $2" && echo "has $2" || echo "no $2"; }

prng is given a random number generator, and hello is not.

  $ has prng/dist/prng random_chacha
  has random_chacha
  $ has hello/dist/hello random_chacha
  no random_chacha

hello is given a timer, and prng is not.

  $ has hello/dist/hello time_floor
  has time_floor
  $ has prng/dist/prng time_floor
  no time_floor

Nor is there more of a package than what is called.

  $ has prng/dist/prng mirage_random_below
  has mirage_random_below
  $ has hello/dist/hello mirage_random
  no mirage_random
