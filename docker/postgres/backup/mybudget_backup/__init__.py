"""Backups, their verification and restore drills of one PostgreSQL cluster, on top of pgBackRest."""
