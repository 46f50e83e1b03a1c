if (!('boringssl' in process.versions)) throw new Error(`not on BoringSSL: ${JSON.stringify(process.versions)}`);
