/* Browsers start no worker for a page that was opened from a folder (file://). There, the search runs in a hidden frame. */
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(address) {
      super();
      this.waiting = [];
      this.onmessage = null;
      const frame = document.createElement("iframe");
      frame.hidden = true;
      frame.srcdoc =
        "<script>var onmessage = null; var postMessage = (data) => parent.dispatchEvent(new MessageEvent('from-worker', { data }));" +
        "var importScripts = (...addresses) => Promise.all(addresses.map((address) => new Promise((done) => {" +
        "const script = document.createElement('script'); script.src = address; script.onload = done;" +
        "document.body.append(script); })));</" + "script><script src='" + new URL(address, document.baseURI) + "'></" + "script>";
      frame.addEventListener("load", () => {
        this.frame = frame;
        this.waiting.splice(0).forEach((data) => this.postMessage(data));
      });
      addEventListener("from-worker", (event) => {
        const message = new MessageEvent("message", { data: event.data });
        this.dispatchEvent(message);
        if (this.onmessage) this.onmessage(message);
      });
      document.body.append(frame);
    }

    postMessage(data) {
      if (!this.frame) return void this.waiting.push(data);
      const message = new MessageEvent("message", { data });
      this.frame.contentWindow.dispatchEvent(message);
      if (this.frame.contentWindow.onmessage) this.frame.contentWindow.onmessage(message);
    }

    terminate() {
      if (this.frame) this.frame.remove();
    }
  };
}
