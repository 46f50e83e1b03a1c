// Runs in Node 0.10, 8 and 10, whose OpenSSL is 1.0.1u, 1.0.2s and 1.1.1k: old JavaScript only, no dependency.
// One JSON document on standard input, one line of JSON on standard output.
// biome-ignore-all lint/complexity/useArrowFunction: Node 0.10 has no arrow functions
// biome-ignore-all lint/style/useTemplate: Node 0.10 has no template strings
// biome-ignore-all lint/style/useNodejsImportProtocol: Node 8 knows no such protocol
// biome-ignore-all lint/suspicious/noVar: Node 0.10 has no other variables
'use strict';
var net = require('net');
var tls = require('tls');

/** Without older versions newer builds leave out the suites that only those have; Node 0.10 offers 1.2 by itself. */
var TLS_1_2 = /^v0\./.test(process.version) ? undefined : 'TLSv1_2_method';

function answer(value) {
  process.stdout.write(JSON.stringify(value) + '\n');
}

/** One after the other: `act(item, done)`. */
function inTurn(items, act, end) {
  var results = [];
  function next(index) {
    if (index === items.length) return end(results);
    act(items[index], function (result) {
      results.push(result);
      // A fresh stack for each: two hundred handshakes would otherwise nest.
      setImmediate(function () {
        next(index + 1);
      });
    });
  }
  next(0);
}

function once(call) {
  var called = false;
  return function (value) {
    if (called) return;
    called = true;
    call(value);
  };
}

/** The ClientHello record that this OpenSSL writes for a cipher list, as hex; null where it refuses the list. */
function helloOf(list, done) {
  var client;
  var tell = once(done);
  var server = net.createServer(function (socket) {
    var heard = '';
    function finish() {
      socket.destroy();
      client.destroy();
      server.close(function () {
        tell(heard === '' ? null : heard);
      });
    }
    socket.on('error', finish);
    socket.on('end', finish);
    socket.on('data', function (bytes) {
      heard += bytes.toString('hex');
      if (heard.length >= 10 && heard.length / 2 >= 5 + parseInt(heard.slice(6, 10), 16)) finish();
    });
  });
  function refused() {
    try {
      server.close();
    } catch (_closed) {
      // It was closed by the connection that came to nothing.
    }
    tell(null);
  }
  server.listen(0, '127.0.0.1', function () {
    try {
      client = tls.connect({
        host: '127.0.0.1',
        port: server.address().port,
        ciphers: list,
        secureProtocol: TLS_1_2,
        rejectUnauthorized: false,
      });
      client.on('error', refused);
    } catch (_error) {
      refused();
    }
  });
}

/** A listener for each pair; the first port or null stands where this OpenSSL refuses the list. */
function listen(pair, done) {
  var tell = once(done);
  var server;
  try {
    server = tls.createServer({
      key: pair.key === null ? undefined : pair.key,
      cert: pair.certificate === null ? undefined : pair.certificate,
      ciphers: pair.list,
      honorCipherOrder: pair.serverOrder,
      dhparam: pair.dhparam,
    });
  } catch (_error) {
    return tell(null);
  }
  server.on('secureConnection', function (socket) {
    socket.on('error', function () {});
    socket.resume();
  });
  server.on('clientError', function () {});
  server.on('tlsClientError', function () {});
  server.listen(0, '127.0.0.1', function () {
    tell(server.address().port);
  });
}

/** What both ends agreed on: the suite's name, `none` where the handshake failed, null where the list was refused. */
function agree(pair, done) {
  var client;
  var tell = once(function (result) {
    if (client) client.destroy();
    done(result);
  });
  try {
    client = tls.connect({ host: '127.0.0.1', port: pair.port, ciphers: pair.list, rejectUnauthorized: false });
  } catch (_error) {
    return tell(null);
  }
  client.on('secureConnect', function () {
    tell(client.getCipher().name);
  });
  client.on('error', function () {
    tell('none');
  });
  client.on('close', function () {
    tell('none');
  });
}

var input = '';
process.stdin.setEncoding('utf8');
process.stdin.on('data', function (part) {
  input += part;
});
process.stdin.on('end', function () {
  var asked = JSON.parse(input);
  var act = asked.act === 'offers' ? helloOf : asked.act === 'listen' ? listen : agree;
  inTurn(asked.items, act, function (results) {
    answer(results);
  });
});
process.stdin.resume();
