"""Memory: tables, records, migrations, imports."""
