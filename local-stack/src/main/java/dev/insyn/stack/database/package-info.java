/// A database that speaks MongoDB's wire protocol, in this process.
@NullMarked
package dev.insyn.stack.database;

import org.jspecify.annotations.NullMarked;
