// pagedjs-cli brings puppeteer along; the browser we drive comes as an npm package instead, so nothing is downloaded.
module.exports = { skipDownload: true }
