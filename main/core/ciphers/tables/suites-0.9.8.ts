/**
 * The suites of OpenSSL 0.9.8 with Camellia, without SEED and IDEA, as AsyncOS built it up to 9.1.
 * Facts of ssl/s3_lib.c and ssl/s2_lib.c of OpenSSL 0.9.8zc, in the order a cipher string starts from (tables read
 * backwards, SSLv2 last); checked against `tests/fixtures/ciphers/openssl-0.9.8zc-camellia.json`. This generation
 * does not sort by itself. `TLSv1` is the same word as `SSLv3` there. A grade of `-` has no strength word at all.
 * Columns: name, key exchange, authentication, encryption, MAC, protocol, strength bits, grade.
 */
export const SUITES = `
AECDH-AES256-SHA          kECDHE  aNULL   AES       SHA1  SSLv3  256  HIGH
AECDH-AES128-SHA          kECDHE  aNULL   AES       SHA1  SSLv3  128  HIGH
AECDH-DES-CBC3-SHA        kECDHE  aNULL   3DES      SHA1  SSLv3  168  HIGH
AECDH-RC4-SHA             kECDHE  aNULL   RC4       SHA1  SSLv3  128  -
AECDH-NULL-SHA            kECDHE  aNULL   eNULL     SHA1  SSLv3  0    -
ECDHE-RSA-AES256-SHA      kECDHE  aRSA    AES       SHA1  SSLv3  256  HIGH
ECDHE-RSA-AES128-SHA      kECDHE  aRSA    AES       SHA1  SSLv3  128  HIGH
ECDHE-RSA-DES-CBC3-SHA    kECDHE  aRSA    3DES      SHA1  SSLv3  168  HIGH
ECDHE-RSA-RC4-SHA         kECDHE  aRSA    RC4       SHA1  SSLv3  128  -
ECDHE-RSA-NULL-SHA        kECDHE  aRSA    eNULL     SHA1  SSLv3  0    -
ECDH-RSA-AES256-SHA       kECDH   aRSA    AES       SHA1  SSLv3  256  HIGH
ECDH-RSA-AES128-SHA       kECDH   aRSA    AES       SHA1  SSLv3  128  HIGH
ECDH-RSA-DES-CBC3-SHA     kECDH   aRSA    3DES      SHA1  SSLv3  168  HIGH
ECDH-RSA-RC4-SHA          kECDH   aRSA    RC4       SHA1  SSLv3  128  -
ECDH-RSA-NULL-SHA         kECDH   aRSA    eNULL     SHA1  SSLv3  0    -
ECDHE-ECDSA-AES256-SHA    kECDHE  aECDSA  AES       SHA1  SSLv3  256  HIGH
ECDHE-ECDSA-AES128-SHA    kECDHE  aECDSA  AES       SHA1  SSLv3  128  HIGH
ECDHE-ECDSA-DES-CBC3-SHA  kECDHE  aECDSA  3DES      SHA1  SSLv3  168  HIGH
ECDHE-ECDSA-RC4-SHA       kECDHE  aECDSA  RC4       SHA1  SSLv3  128  -
ECDHE-ECDSA-NULL-SHA      kECDHE  aECDSA  eNULL     SHA1  SSLv3  0    -
ECDH-ECDSA-AES256-SHA     kECDH   aECDSA  AES       SHA1  SSLv3  256  HIGH
ECDH-ECDSA-AES128-SHA     kECDH   aECDSA  AES       SHA1  SSLv3  128  HIGH
ECDH-ECDSA-DES-CBC3-SHA   kECDH   aECDSA  3DES      SHA1  SSLv3  168  HIGH
ECDH-ECDSA-RC4-SHA        kECDH   aECDSA  RC4       SHA1  SSLv3  128  -
ECDH-ECDSA-NULL-SHA       kECDH   aECDSA  eNULL     SHA1  SSLv3  0    -
ADH-CAMELLIA256-SHA       kDHE    aNULL   CAMELLIA  SHA1  SSLv3  256  HIGH
DHE-RSA-CAMELLIA256-SHA   kDHE    aRSA    CAMELLIA  SHA1  SSLv3  256  HIGH
DHE-DSS-CAMELLIA256-SHA   kDHE    aDSS    CAMELLIA  SHA1  SSLv3  256  HIGH
CAMELLIA256-SHA           kRSA    aRSA    CAMELLIA  SHA1  SSLv3  256  HIGH
ADH-CAMELLIA128-SHA       kDHE    aNULL   CAMELLIA  SHA1  SSLv3  128  HIGH
DHE-RSA-CAMELLIA128-SHA   kDHE    aRSA    CAMELLIA  SHA1  SSLv3  128  HIGH
DHE-DSS-CAMELLIA128-SHA   kDHE    aDSS    CAMELLIA  SHA1  SSLv3  128  HIGH
CAMELLIA128-SHA           kRSA    aRSA    CAMELLIA  SHA1  SSLv3  128  HIGH
ADH-AES256-SHA            kDHE    aNULL   AES       SHA1  SSLv3  256  HIGH,FIPS
DHE-RSA-AES256-SHA        kDHE    aRSA    AES       SHA1  SSLv3  256  HIGH,FIPS
DHE-DSS-AES256-SHA        kDHE    aDSS    AES       SHA1  SSLv3  256  HIGH,FIPS
AES256-SHA                kRSA    aRSA    AES       SHA1  SSLv3  256  HIGH,FIPS
ADH-AES128-SHA            kDHE    aNULL   AES       SHA1  SSLv3  128  HIGH,FIPS
DHE-RSA-AES128-SHA        kDHE    aRSA    AES       SHA1  SSLv3  128  HIGH,FIPS
DHE-DSS-AES128-SHA        kDHE    aDSS    AES       SHA1  SSLv3  128  HIGH,FIPS
AES128-SHA                kRSA    aRSA    AES       SHA1  SSLv3  128  HIGH,FIPS
ADH-DES-CBC3-SHA          kDHE    aNULL   3DES      SHA1  SSLv3  168  HIGH,FIPS
ADH-DES-CBC-SHA           kDHE    aNULL   DES       SHA1  SSLv3  56   LOW
EXP-ADH-DES-CBC-SHA       kDHE    aNULL   DES       SHA1  SSLv3  40   EXPORT,EXP40
ADH-RC4-MD5               kDHE    aNULL   RC4       MD5   SSLv3  128  MEDIUM
EXP-ADH-RC4-MD5           kDHE    aNULL   RC4       MD5   SSLv3  40   EXPORT,EXP40
EDH-RSA-DES-CBC3-SHA      kDHE    aRSA    3DES      SHA1  SSLv3  168  HIGH,FIPS
EDH-RSA-DES-CBC-SHA       kDHE    aRSA    DES       SHA1  SSLv3  56   LOW
EXP-EDH-RSA-DES-CBC-SHA   kDHE    aRSA    DES       SHA1  SSLv3  40   EXPORT,EXP40
EDH-DSS-DES-CBC3-SHA      kDHE    aDSS    3DES      SHA1  SSLv3  168  HIGH,FIPS
EDH-DSS-DES-CBC-SHA       kDHE    aDSS    DES       SHA1  SSLv3  56   LOW
EXP-EDH-DSS-DES-CBC-SHA   kDHE    aDSS    DES       SHA1  SSLv3  40   EXPORT,EXP40
DES-CBC3-SHA              kRSA    aRSA    3DES      SHA1  SSLv3  168  HIGH,FIPS
DES-CBC-SHA               kRSA    aRSA    DES       SHA1  SSLv3  56   LOW
EXP-DES-CBC-SHA           kRSA    aRSA    DES       SHA1  SSLv3  40   EXPORT,EXP40
EXP-RC2-CBC-MD5           kRSA    aRSA    RC2       MD5   SSLv3  40   EXPORT,EXP40
RC4-SHA                   kRSA    aRSA    RC4       SHA1  SSLv3  128  MEDIUM
RC4-MD5                   kRSA    aRSA    RC4       MD5   SSLv3  128  MEDIUM
EXP-RC4-MD5               kRSA    aRSA    RC4       MD5   SSLv3  40   EXPORT,EXP40
NULL-SHA                  kRSA    aRSA    eNULL     SHA1  SSLv3  0    NO_STRENGTH,FIPS
NULL-MD5                  kRSA    aRSA    eNULL     MD5   SSLv3  0    NO_STRENGTH
DES-CBC3-MD5              kRSA    aRSA    3DES      MD5   SSLv2  168  HIGH
DES-CBC-MD5               kRSA    aRSA    DES       MD5   SSLv2  56   LOW
EXP-RC2-CBC-MD5           kRSA    aRSA    RC2       MD5   SSLv2  40   EXPORT,EXP40
RC2-CBC-MD5               kRSA    aRSA    RC2       MD5   SSLv2  128  MEDIUM
EXP-RC4-MD5               kRSA    aRSA    RC4       MD5   SSLv2  40   EXPORT,EXP40
RC4-MD5                   kRSA    aRSA    RC4       MD5   SSLv2  128  MEDIUM
`;
