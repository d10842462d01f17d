`mirage describe`.

  $ mkdir cart
  $ cd cart
  $ cat >config.c <<'.'
  > #include <mirage/config.h>
  > 
  > static struct key fast = FLAG_KEY("fast", "Be fast.", .stage = CONFIGURE);
  > static struct key name = STRING_KEY("name-of-cart", "my \"cart\"", "Name.");
  > 
  > DEVICE_TYPE(wheel);
  > DEVICE_TYPE(cart);
  > 
  > static wheel_impl wheel(const char *kind)
  > {
  >     return DEVICE(wheel, .connect = "wheel_connect", .header = "wheel.h",
  >                   .params = {quote(kind)});
  > }
  > 
  > static cart_impl cart(wheel_impl left, wheel_impl right)
  > {
  >     return DEVICE(cart, .connect = "cart_connect", .header = "wheel.h",
  >                   .args = {left.node, right.node}, .keys = {&name},
  >                   .deps = {dep(default_random())});
  > }
  > 
  > JOB(drive_start, (cart, time), .packages = {package("duration", .min = "1")});
  > 
  > void configure(void)
  > {
  >     wheel_impl left = if_impl(both(key_true(&fast), negated(is_xen)),
  >                               wheel("quick"), wheel("slow"));
  > 
  >     register_unikernel("cart",
  >                        drive_start(cart(left, wheel("slow")), default_time()));
  > }
  > .

Before it is configured all that may be is shown, with the choices.

  $ mirage describe
  Name       cart
  Keys       fast=false (default),
             name-of-cart=my "cart" (default),
             target=unix (default)
  $ mirage describe --dot -o-
  digraph G {
  ordering=out;
  1 [label="wheel__1\nwheel_connect(\"quick\")\n", shape="box"];
  2 [label="wheel__2\nwheel_connect(\"slow\")\n", shape="box"];
  3 [label="If\nfast and not target is xen"];
  3 -> 1 [style="dotted", headport="n"];
  3 -> 2 [style="bold", style="dotted", headport="n"];
  4 [label="time__4\ntime_floor_connect\n", shape="box"];
  5 [label="random__5\nrandom_chacha_connect\n", shape="box"];
  6 [label="cart__6\ncart_connect\n", shape="box"];
  6 -> 3 [];
  6 -> 2 [];
  6 -> 5 [style="dashed"];
  7 [label="job__7\ndrive_start\n", shape="box"];
  7 -> 6 [];
  7 -> 4 [];
  }
  $ mirage describe --eval --fast --dot -o- | grep -c If
  0
  [1]

Afterwards what is, with the names that mirage/main.c has.

  $ mirage configure --fast -o wagon >/dev/null
  $ mirage describe
  Name       cart
  Output     wagon
  Keys       fast=true,
             name-of-cart=my "cart" (default),
             target=unix (default)
  $ mirage describe -v
  Name       cart
  Output     wagon
  Keys       fast=true,
             name-of-cart=my "cart" (default),
             target=unix (default)
  Packages   duration >= 1,
             random-chacha,
             time-floor
  $ mirage describe --dot -o-
  digraph G {
  ordering=out;
  1 [label="wheel_2\nwheel_connect(\"quick\")\n", shape="box"];
  2 [label="wheel_3\nwheel_connect(\"slow\")\n", shape="box"];
  4 [label="time_5\ntime_floor_connect\n", shape="box"];
  5 [label="random_1\nrandom_chacha_connect\n", shape="box"];
  6 [label="cart_4\ncart_connect\n", shape="box"];
  6 -> 1 [];
  6 -> 2 [];
  6 -> 5 [style="dashed"];
  7 [label="job_6\ndrive_start\n", shape="box"];
  7 -> 6 [];
  7 -> 4 [];
  }
  $ sed -n '/^static void/,/^}/p; /^static enum/,/^}/p' mirage/main.c
  static void connect_devices(void)
  {
      random_1 = random_chacha_connect();
      wheel_2 = wheel_connect("quick");
      wheel_3 = wheel_connect("slow");
      cart_4 = cart_connect(wheel_2, wheel_3);
      time_5 = time_floor_connect();
  }
  static enum mirage_error job_6(void)
  {
      return drive_start(cart_4, time_5);
  }
  $ mirage describe --no-eval --dot -o- | grep If
  3 [label="If\nfast and not target is xen"];

The command line wins.

  $ mirage describe --name-of-cart="two
  > lines"
  Name       cart
  Output     wagon
  Keys       fast=true,
             name-of-cart=two\nlines,
             target=unix (default)

The graph goes to a file or a program.

  $ mirage describe --dot --output=cart.dot
  $ mirage describe --dot -o- | cmp - cart.dot
  $ mirage describe --dot --dot-command='head -n 1'
  digraph G {
  $ mirage describe --dot --dot-command=no-such-command
  sh: 1: no-such-command: not found
  mirage: [ERROR] the command 'no-such-command' failed: see --dot-command, or use -o- to print the graph
  [123]
  $ mirage describe --dot -o no/such/folder
  mirage: [ERROR] cannot write no/such/folder: No such file or directory
  [123]
  $ (cd .. && mirage describe -f cart/config.c --dot -o here.dot)
  $ cmp ../here.dot cart.dot

dot(1) understands it, where it is.

  $ command -v dot >/dev/null && dot -Tplain cart.dot >plain || echo graph >plain
  $ cut -d ' ' -f 1 plain | head -n 1
  graph
