"""The build of the reference: curated YAML records in, a static bilingual site out."""
