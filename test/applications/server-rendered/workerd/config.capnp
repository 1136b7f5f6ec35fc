using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(
    name = "page",
    worker = (
      modules = [(name = "worker", esModule = embed "build/worker.js")],
      compatibilityDate = "2026-07-01"
    )
  )],
  sockets = [(name = "http", address = "127.0.0.1:3000", http = (), service = "page")]
);
