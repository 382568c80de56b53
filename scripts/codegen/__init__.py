"""spec/*.yaml -> generated/: merge, lint, generator view, stock generator, emitter, format, manifest."""
